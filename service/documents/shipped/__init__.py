"""The shipped templates, built by code: `bienban templates build` writes templates/ from here.

Staff edit copies of them in Word; nothing here is used when a draft is filled.
"""
