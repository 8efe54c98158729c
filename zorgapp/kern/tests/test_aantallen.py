"""One is singular, nothing and more are plural."""

from zorgapp.kern.aantallen import hoeveel, vorm_bij


def test_een_is_enkelvoud() -> None:
    assert [hoeveel(n, "plek", "plekken") for n in (0, 1, 2)] == ["0 plekken", "1 plek", "2 plekken"]
    assert (vorm_bij(1, "wacht", "wachten"), vorm_bij(0, "wacht", "wachten")) == ("wacht", "wachten")
