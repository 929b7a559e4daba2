"""The table of contents: every URL of the plugin, and nothing else but its headers and limits."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from flask import Blueprint, Flask, Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from clinic_gait import paths
from clinic_gait.web import (
    acting,
    acts,
    assets,
    chart,
    desk,
    documents,
    errors,
    habits,
    hold_page,
    leg_length,
    limits,
    photos,
    plans,
    rows,
    scores,
    shoes,
    strip,
    swap_page,
    today,
    visits,
)
from clinic_gait.web.context import template_words

#: endpoint, rule, methods, view. Permissions stand at the views.
RULES = (
    ("start", "/", ["GET"], today.start),
    ("today", "/today", ["GET"], today.today),
    ("find", "/find", ["POST"], today.find),
    ("open_patient", "/patients/open", ["POST"], today.open_patient),
    ("chart", "/patients/<uuid:subject_id>", ["GET"], chart.chart),
    ("hold", "/patients/<uuid:subject_id>/hold", ["GET"], hold_page.hold),
    ("lift_hold", "/patients/<uuid:subject_id>/hold", ["POST"], hold_page.lift_hold),
    ("start_visit", "/patients/<uuid:subject_id>/visits", ["POST"], visits.start),
    ("visit", "/visits/<uuid:visit_id>", ["GET", "POST"], visits.edit),
    ("acts", "/visits/<uuid:visit_id>/acts", ["GET", "POST"], acts.acts),
    ("rows", "/visits/<uuid:visit_id>/rows", ["GET"], rows.more),
    ("record", "/visits/<uuid:visit_id>/record", ["GET"], visits.record),
    ("review", "/visits/<uuid:visit_id>/review", ["GET"], visits.review),
    ("sign", "/visits/<uuid:visit_id>/sign", ["POST"], visits.sign),
    ("submit", "/visits/<uuid:visit_id>/submit", ["POST"], visits.submit),
    ("shoes", "/visits/<uuid:visit_id>/shoes", ["GET", "POST"], shoes.edit),
    ("shoes_acts", "/visits/<uuid:visit_id>/shoes/acts", ["GET", "POST"], shoes.acts),
    ("shoe_photo_add", "/visits/<uuid:visit_id>/shoes/<uuid:note_id>/photos", ["POST"], photos.add),
    ("shoe_photo", "/photos/<uuid:visit_id>/<uuid:photo_id>", ["GET"], photos.show),
    ("shoe_photo_remove", "/photos/<uuid:visit_id>/<uuid:photo_id>/remove", ["POST"], photos.remove),
    ("leg_length", "/visits/<uuid:visit_id>/leg-length", ["GET", "POST"], leg_length.edit),
    ("leg_length_acts", "/visits/<uuid:visit_id>/leg-length/acts", ["GET", "POST"], leg_length.acts),
    ("swap", "/visits/<uuid:visit_id>/swap", ["GET", "POST"], swap_page.swap),
    ("sides_right", "/visits/<uuid:visit_id>/sides", ["POST"], swap_page.right_as_entered),
    ("scores", "/visits/<uuid:visit_id>/scores", ["GET", "POST"], scores.edit),
    ("plan", "/visits/<uuid:visit_id>/plan", ["GET", "POST"], plans.edit),
    ("issue", "/visits/<uuid:visit_id>/issue", ["POST"], documents.issue),
    ("preview", "/visits/<uuid:visit_id>/preview/<kind>", ["GET"], documents.preview),
    ("document", "/documents/<uuid:document_id>", ["GET"], documents.document),
    ("habit", "/habits", ["POST"], habits.keep),
    ("desk", "/desk", ["GET"], desk.desk),
    ("desk_find", "/desk/find", ["POST"], desk.find),
    ("desk_print", "/desk/print", ["POST"], desk.print_documents),
)

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    # Not no-referrer: under https Flask-WTF refuses every form that arrives without a referrer.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def make_blueprint() -> Blueprint:
    """The plugin's blueprint; a new one per application, so that two applications share nothing."""
    blueprint = Blueprint(
        "clinic_gait",
        __name__,
        template_folder=str(paths.directory("templates")),
        static_folder=str(assets.FOLDER),
        static_url_path="/static",
    )
    for endpoint, rule, methods, view in RULES:
        blueprint.add_url_rule(rule, endpoint, view, methods=methods)
    blueprint.url_value_preprocessor(_limits)
    blueprint.after_request(_headers)
    blueprint.context_processor(template_words)
    blueprint.context_processor(strip.template_words)
    blueprint.context_processor(acting.template_words)
    blueprint.context_processor(photos.template_words)
    blueprint.context_processor(habits.template_words)
    blueprint.url_defaults(_version)
    errors.register(blueprint)
    return blueprint


def _limits(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Set before the host's own CSRF protection reads the form, which ``before_request`` would not be."""
    largest = limits.largest(endpoint)
    request.max_form_memory_size = limits.LARGEST_FORM
    request.max_form_parts = limits.MOST_FIELDS
    # A host's own limit is meant for its own forms. Flask before 3.1 has no limit per request: there it holds.
    with suppress(AttributeError):
        request.max_content_length = largest
    # Compared here too, for those older versions.
    if (request.content_length or 0) > largest:
        raise RequestEntityTooLarge(limits.too_large(endpoint))


def _headers(response: Response) -> Response:
    if request.endpoint == "clinic_gait.static":
        return response
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def _version(endpoint: str, values: dict[str, Any]) -> None:
    """A file's address carries its content's hash, so that an update is seen at once."""
    if endpoint == "clinic_gait.static" and "v" not in values:
        values["v"] = assets.version(values["filename"])


def install(app: Flask, url_prefix: str) -> None:
    """Mount the blueprint."""
    app.register_blueprint(make_blueprint(), url_prefix=url_prefix)
