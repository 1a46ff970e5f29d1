"""What every test shares."""

from hypothesis import settings

# Two cores under load make single examples slow; a property is no race.
settings.register_profile("bienban", deadline=None)
settings.load_profile("bienban")
