"""Euros as people write them."""

from decimal import Decimal

import pytest
from django import forms

from zorgapp.kern.bedrag import BedragVeld


@pytest.mark.parametrize(
    ("getypt", "bedrag"),
    [
        *(
            ("450", "450"),
            ("450,50", "450.50"),
            ("450.5", "450.5"),
            ("1.450", "1450"),
            ("1.450,50", "1450.50"),
        ),
        *(("€ 2.500.000", "2500000"), (" €12,5 ", "12.5"), ("0", "0")),
    ],
)
def test_een_bedrag_zoals_mensen_het_schrijven(getypt: str, bedrag: str) -> None:
    veld = BedragVeld(max_digits=9, decimal_places=2, localize=True)
    assert veld.clean(getypt) == Decimal(bedrag)


@pytest.mark.parametrize(
    "getypt", ["1.45.0", "1.4500", "1,450", "NaN", "Infinity", "1e9", "€", "veel", "-1", "\x00"]
)
def test_wat_geen_bedrag_is(getypt: str) -> None:
    with pytest.raises(forms.ValidationError):
        BedragVeld(max_digits=9, decimal_places=2, min_value=Decimal(0), localize=True).clean(getypt)
