"""`services.yaml`: the tiers, their services, and the people to talk to in each."""

from leedshelp.loading.fields import Fields
from leedshelp.model.directory import Person, Service, Tier, TierId
from leedshelp.model.document import Document


def table(root: Fields) -> tuple[tuple[Document, ...], dict[str, Tier]]:
    """The documents that the table comes from, and its tiers by their ids."""
    with root:
        documents = root.documents("sources")
        people: dict[str, str] = {}
        tiers = {key: _tier(key, fields, people) for key, fields in root.exactly("tiers", TierId)}
        return documents, tiers


def _tier(tier: str, fields: Fields, people: dict[str, str]) -> Tier:
    """One tier. Its people are added to `people`, the path of each person by id.

    A person is written once, as a tier includes the people of the tiers before it.
    """
    return Tier(
        id=tier,
        name=fields.text("name"),
        starter=fields.reference("starter", "contact"),
        services=tuple(
            Service(key, service.text("name"), service.optional("includes"), service.texts("also"))
            for key, service in fields.entries("services")
        ),
        talk_to=tuple(_person(key, person, people) for key, person in fields.entries("talk_to")),
    )


def _person(key: str, fields: Fields, people: dict[str, str]) -> Person:
    if key in people:
        fields.report.add(fields.node, f"is in this tier already, as {people[key]}; take one of the two out")
    people.setdefault(key, fields.node.path)
    return Person(key, fields.text("name"), fields.texts("also"), fields.is_yes("own_agency"))
