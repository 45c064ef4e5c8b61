"""A report of changes as one HTML file that needs nothing beside it: no script, no style sheet, no request."""

from __future__ import annotations

from markupsafe import Markup

from controllist.publish.parts.change_rows import NO_LINKS, Rows
from controllist.publish.parts.templating import environment, style_sheet
from controllist.publish.reports.summaries import summary
from controllist.report.view import View


def as_html(view: View, language: str = "en") -> str:
    """The report as a document; `language` is that of the list, whose words it may quote."""
    rows = Rows(view, NO_LINKS)
    comparison = view.comparison
    shown = sum(len(entry.rows) for category in view.categories for entry in category.entries)
    return environment().get_template("report.html").render(
        style=Markup(style_sheet()),  # ours, and no part of it comes from a list
        language=language,
        old=comparison.old,
        new=comparison.new,
        summary=summary(view),
        shown=shown,
        total=len(comparison.changes),
        has_texts=any(row.runs for category in view.categories for entry in category.entries for row in entry.rows),
        categories=[rows.category(category) for category in view.categories],
        causes=rows.causes(),
        fields=rows.fields(),
    )  # fmt: skip
