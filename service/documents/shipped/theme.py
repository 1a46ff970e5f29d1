"""A theme part: validators and Word want one, the shipped styles use none of it."""

_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "1B5583",
    "accent2": "7F0000",
    "accent3": "1F6B45",
    "accent4": "855000",
    "accent5": "4A5B6C",
    "accent6": "6A4596",
    "hlink": "1B5583",
    "folHlink": "6A4596",
}


def theme(latin: str, east_asian: str) -> str:
    """Write a theme of plain fills and lines (ECMA-376 part 1, 20.1.6.9: three of each are wanted)."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    face = f'<a:latin typeface="{latin}"/><a:ea typeface="{east_asian}"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{_NAMESPACE}" name="Bienban"><a:themeElements>'
        f'<a:clrScheme name="Bienban">{colours}</a:clrScheme><a:fontScheme name="Bienban">'
        f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Bienban"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f'<a:lnStyleLst>{f"""<a:ln w="9525">{fill}</a:ln>""" * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
