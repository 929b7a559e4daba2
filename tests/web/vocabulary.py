"""The elements and attributes of HTML that our pages use, and where each may stand."""

from __future__ import annotations


def _with(names: str) -> frozenset[str]:
    return frozenset(names.split())


HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: What may stand within a sentence.
PHRASING = _with(
    "a abbr b bdi br button code em i img input kbd label mark meter output progress s script select option optgroup "
    "small span strong sub sup template textarea time wbr"
)
#: What holds a sentence and no block; a summary and a legend may hold a heading as well.
OF_WORDS = HEADINGS | _with("b bdi button em i kbd label legend p s small span strong sub summary sup time")
ACTING = frozenset(("a", "button", "input", "select", "textarea", "details", "iframe"))
#: What is pressed as a whole.
PRESSED = frozenset(("a", "button", "summary"))
LABELLED = frozenset(("button", "input", "meter", "output", "progress", "select", "textarea"))

_ROWS = frozenset(("tr", "script", "template"))
#: What alone may stand in these.
CHILDREN = {
    "ul": frozenset(("li", "script", "template")),
    "ol": frozenset(("li", "script", "template")),
    "dl": frozenset(("dt", "dd", "div", "script", "template")),
    "table": frozenset(("caption", "colgroup", "thead", "tbody", "tfoot", "tr")),
    "thead": _ROWS,
    "tbody": _ROWS,
    "tfoot": _ROWS,
    "tr": frozenset(("th", "td", "script", "template")),
    "select": frozenset(("option", "optgroup", "hr")),
    "optgroup": frozenset(("option",)),
}
#: Where alone these may stand.
PARENTS = {
    "li": ("ul", "ol"),
    "dt": ("dl", "div"),
    "dd": ("dl", "div"),
    "legend": ("fieldset",),
    "summary": ("details",),
    "figcaption": ("figure",),
    "caption": ("table",),
    "option": ("select", "optgroup", "datalist"),
    "main": ("body",),
}
FIRST = ("legend", "summary", "caption")

#: The types of an input, and of a button, which must name its own: without one it sends the form.
TYPES = {
    "button": ("submit", "button", "reset"),
    "input": (
        *("text", "search", "email", "tel", "number", "password", "date", "time", "file"),
        *("checkbox", "radio", "hidden", "submit", "button"),
    ),
}

#: Attributes that hold ids of other elements.
REFERRING: tuple[str, ...] = (
    "for",
    "form",
    "list",
    "headers",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
)
REFERRING += ("aria-details", "aria-errormessage", "aria-flowto", "aria-activedescendant", "popovertarget")

GLOBAL = _with(
    "id class lang dir title hidden tabindex role inert spellcheck autocapitalize autofocus inputmode enterkeyhint "
    "translate popover"
)
ARIA = frozenset(
    f"aria-{name}"
    for name in _with(
        "activedescendant atomic autocomplete busy checked colcount colindex colspan controls current describedby "
        "description details disabled errormessage expanded flowto haspopup hidden invalid keyshortcuts label "
        "labelledby level live modal multiline multiselectable orientation owns placeholder posinset pressed readonly "
        "relevant required roledescription rowcount rowindex rowspan selected setsize sort valuemax valuemin valuenow "
        "valuetext"
    )
)
ROLES = _with(
    "alert alertdialog application banner button checkbox complementary contentinfo dialog form group heading img "
    "link list listitem log main menu menuitem navigation none note option presentation progressbar radio radiogroup "
    "region row rowgroup rowheader search searchbox separator slider status switch tab table tablist tabpanel "
    "textbox timer toolbar tooltip"
)


_PLAIN = _with(
    "abbr address article aside b bdi body br caption code datalist dd div dl dt em figcaption figure footer head "
    "header hr html i kbd legend main mark nav p s section small span strong sub summary sup table tbody "
    "template tfoot thead title tr ul wbr"
)
#: Every element in use, with what it may carry beyond what all may.
ATTRIBUTES = {
    **dict.fromkeys(HEADINGS | _PLAIN, frozenset[str]()),
    "fieldset": _with("disabled form name"),
    "meta": _with("charset name content http-equiv media"),
    "link": _with("rel href media type sizes crossorigin integrity"),
    "script": _with("src type defer async nomodule"),
    "a": _with("href target rel download hreflang type"),
    "img": _with("src alt width height srcset sizes loading decoding"),
    "form": _with("action method enctype novalidate autocomplete target name rel"),
    "label": _with("for"),
    "button": _with("type name value form formaction formmethod formnovalidate formtarget disabled"),
    "input": _with(
        "type name value form checked disabled readonly required placeholder autocomplete min max step minlength "
        "maxlength pattern size list accept multiple capture"
    ),
    "select": _with("name form disabled required multiple size autocomplete"),
    "option": _with("value selected disabled label"),
    "optgroup": _with("label disabled"),
    "textarea": _with(
        "name form rows cols maxlength minlength placeholder required readonly disabled autocomplete wrap"
    ),
    "output": _with("for form name"),
    "progress": _with("value max"),
    "meter": _with("value min max low high optimum"),
    "details": _with("open name"),
    "dialog": _with("open"),
    "time": _with("datetime"),
    "ol": _with("start reversed type"),
    "li": _with("value"),
    "th": _with("scope colspan rowspan headers abbr"),
    "td": _with("colspan rowspan headers"),
    "colgroup": _with("span"),
    "col": _with("span"),
}
