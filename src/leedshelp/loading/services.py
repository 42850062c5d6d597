"""`services.yaml`: the tiers, their services, and the people to talk to in each."""

from leedshelp.loading.fields import Fields
from leedshelp.model.directory import Person, Service, Tier, TierId
from leedshelp.model.document import Document


def table(root: Fields) -> tuple[tuple[Document, ...], dict[str, Tier]]:
    """The documents the table comes from, and its tiers."""
    with root:
        documents = root.documents("sources")
        seen: dict[str, str] = {}
        tiers = {key: _tier(key, fields, seen) for key, fields in root.exactly("tiers", TierId)}
        return documents, tiers


def _tier(key: str, fields: Fields, seen: dict[str, str]) -> Tier:
    """One tier. `seen` holds the people named so far: a tier includes those of the tiers before it."""
    return Tier(
        id=key,
        name=fields.text("name"),
        starter=fields.reference("starter", "contact"),
        services=tuple(
            Service(each, of.text("name"), of.optional("includes"), of.texts("also"))
            for each, of in fields.each("services")
        ),
        talk_to=tuple(_person(each, of, seen) for each, of in fields.each("talk_to")),
    )


def _person(key: str, fields: Fields, seen: dict[str, str]) -> Person:
    if key in seen:
        fields.report.add(fields.node, f"is in this tier already, as {seen[key]}; take one of the two out")
    seen.setdefault(key, fields.node.path)
    return Person(key, fields.text("name"), fields.texts("also"))
