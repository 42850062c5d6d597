"""Days and months as people say them."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date_in_words(iso: str) -> str:
    """An ISO date, which may stop at the year or the month: "2013", "October 2020", "9 February 2023"."""
    year, *rest = iso.split("-")
    month = [_MONTHS[int(each) - 1] for each in rest[:1]]
    return " ".join([*(str(int(each)) for each in rest[1:]), *month, year])
