"""Salaries read honestly: the words first, numbers only where the words carry them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.roles.importing import Salary, SalaryNote
from jobboard.roles.importing.salary import PLAUSIBLE, Stated, read_salary

YEAR = Stated(currency="GBP", period="year")
NONE = (None, None, None)


def stated(low: float, high: float, period: str = "year", currency: str | None = "GBP") -> Stated:
    return Stated(Decimal(str(low)), Decimal(str(high)), currency, period)


def numbers(salary: Salary) -> tuple[str | None, str | None, str | None]:
    low, high = (None if end is None else str(end) for end in (salary.low, salary.high))
    return low, high, salary.period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("£41,210.50 to £52,480 DOE", ("41210.50", "52480", "year")),
        ("£41,210 - £52,480 per annum pro rata", ("41210", "52480", "year")),
        ("£41210to £52480 +5% weighting", ("41210", "52480", "year")),
        ("£41,210 per annum - £52,480 per annum", ("41210", "52480", "year")),
        ("£41,210 rising to £52,480", ("41210", "52480", "year")),
        ("41,210 – £52,480 (inclusive of allowance)", ("41210", "52480", "year")),
        ("Band 7 £41,210 - £52,480 pa", ("41210", "52480", "year")),
        ("£41, 210 to £52,480", ("41210", "52480", "year")),
        ("£41-£52K, depending on experience", ("41000", "52000", "year")),
        ("41-52k", ("41000", "52000", "year")),
        ("£41,210 / £44,300 / £52,480", ("41210", "52480", "year")),
        ("Up to £52,480", (None, "52480", "year")),
        ("From £41,210 per annum", ("41210", None, "year")),
        ("£41,210+", ("41210", None, "year")),
        ("£41,210 + bonus", ("41210", "41210", "year")),
        ("£41,210 + up to 10% bonus, 37.5 hours", ("41210", "41210", "year")),
        ("£15.40 per hour", ("15.40", "15.40", "hour")),
        ("£15.40 - £22.10 p/h", ("15.40", "22.10", "hour")),
        ("£15-22ph", ("15", "22", "hour")),
        ("£380-£460 per session", ("380", "460", "session")),
        ("£450 per day", ("450", "450", "day")),
        ("£3,100 per month", ("3100", "3100", "month")),
    ],
)
def test_plain_words_give_their_numbers_for_their_period(
    text: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    salary = read_salary(text, YEAR)
    assert numbers(salary) == expected
    assert salary.text == text
    assert salary.currency == "GBP"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Competitive", SalaryNote.NO_AMOUNT),
        ("Negotiable, with 10% bonus for 37.5 hours", SalaryNote.NO_AMOUNT),
        ("Band 8a/8b", SalaryNote.NO_AMOUNT),
        ("£41,210,000 per annum", SalaryNote.IMPLAUSIBLE),
        ("£410 per annum", SalaryNote.IMPLAUSIBLE),
        ("£12,000 per session", SalaryNote.IMPLAUSIBLE),
        ("£41 - £52,480 per annum", SalaryNote.IMPLAUSIBLE),
        ("£41,210 to £524,800 per annum", SalaryNote.IMPLAUSIBLE),
        ("£52,480 - £41,210", SalaryNote.UPSIDE_DOWN),
        ("£52,480 to £4,210 pa", SalaryNote.UPSIDE_DOWN),
        ("£41,2100 - £52,480", SalaryNote.UNREADABLE),
        ("£41,21", SalaryNote.UNREADABLE),
        ("£15.40", SalaryNote.PERIOD_NOT_STATED),
        ("15.40", SalaryNote.PERIOD_NOT_STATED),
        ("£160 per week", SalaryNote.PERIOD_NOT_COMPARED),
        ("£9,500 per week", SalaryNote.PERIOD_NOT_COMPARED),
        ("41 -52000 pro rata", SalaryNote.PERIOD_NOT_STATED),
        ("Up to £21,300 (£52,480 FTE)", SalaryNote.TWO_BASES),
        ("$41,210 a year", SalaryNote.CURRENCY_NOT_STATED),
    ],
)
def test_what_cannot_be_believed_keeps_its_words_and_says_why(text: str, note: SalaryNote) -> None:
    salary = read_salary(text, YEAR)
    assert salary.note is note
    assert numbers(salary) == NONE
    assert salary.text == text
    assert note.label.endswith(".")


def test_an_hourly_rate_that_the_data_turned_into_a_year_stays_hourly() -> None:
    salary = read_salary("£15.40 per hour", stated(25_887, 25_887, "hour"))
    assert numbers(salary) == ("15.40", "15.40", "hour")
    assert salary.note is SalaryNote.TEXT_PREFERRED
    assert not salary.is_annual


def test_a_band_read_as_money_by_the_data_gives_no_numbers() -> None:
    salary = read_salary("Equivalent to band 7", stated(11_767, 11_767))
    assert numbers(salary) == NONE
    assert salary.note is SalaryNote.NO_AMOUNT


def test_words_and_data_that_agree_need_no_note() -> None:
    salary = read_salary("£41,210.50 - £52,480", stated(41_210, 52_480))
    assert numbers(salary) == ("41210.50", "52480", "year")
    assert salary.note is None
    assert salary.is_annual


def test_a_typing_error_in_the_data_gives_way_to_the_words() -> None:
    salary = read_salary("£41,210 - £52,480 10 PA + on call", stated(41_210, 5_248_010))
    assert numbers(salary) == ("41210", "52480", "year")
    assert salary.note is SalaryNote.TEXT_PREFERRED


@pytest.mark.parametrize(
    "text",
    [
        "£41,210 - £52,480 plus £2,000 welcome bonus",
        "£41,210 - £52,480 & £2000 welcome bonus",
        "£41,210 - £52,480 pa/ £38,100 - £49,000 pa",
    ],
)
def test_further_amounts_are_pointed_out_and_not_mixed_in(text: str) -> None:
    salary = read_salary(text, stated(2_000, 52_480))
    assert numbers(salary) == ("41210", "52480", "year")
    assert salary.note is SalaryNote.MORE_IN_TEXT


def test_a_bonus_or_another_rate_is_no_pay_point() -> None:
    bonus = read_salary("£41,210 & £3,000 welcome bonus", YEAR)
    assert (numbers(bonus), bonus.note) == (("41210", "41210", "year"), SalaryNote.MORE_IN_TEXT)
    rates = read_salary("£17.50 p/h / £36,400 p/a", YEAR)
    assert (numbers(rates), rates.note) == (("17.50", "17.50", "hour"), SalaryNote.MORE_IN_TEXT)


def test_the_period_of_a_second_amount_is_not_given_to_the_first() -> None:
    assert numbers(read_salary("£36,400 (£17.50 per hour)", YEAR)) == ("36400", "36400", "year")


def test_the_first_line_is_the_headline() -> None:
    text = "£41,210 - £52,480\nThe national range is £41,210 - £47,000."
    salary = read_salary(text, stated(41_210, 52_480))
    assert numbers(salary) == ("41210", "52480", "year")
    assert salary.note is None


def test_dots_as_thousands_and_circa_are_read_and_said() -> None:
    assert read_salary("£41.210 - £52,480", YEAR).note is SalaryNote.DOTS_AS_THOUSANDS
    assert read_salary("Circa £41,000", YEAR).note is SalaryNote.APPROXIMATE


def test_fields_alone_count_only_when_complete_and_plausible() -> None:
    assert numbers(read_salary(None, stated(41_210, 52_480))) == ("41210", "52480", "year")
    assert read_salary(None, Stated()).note is SalaryNote.NOT_STATED
    assert read_salary("", stated(3, 4)).note is SalaryNote.IMPLAUSIBLE
    assert read_salary("", stated(50_000, 40_000)).note is SalaryNote.UPSIDE_DOWN
    no_currency = stated(41_210, 52_480, currency=None)
    assert read_salary("", no_currency).note is SalaryNote.CURRENCY_NOT_STATED


def test_one_end_alone_stays_one_end() -> None:
    salary = read_salary(None, Stated(Decimal(41_210), None, "GBP", "year"))
    assert numbers(salary) == ("41210", None, "year")


def test_euros_in_the_words_win_over_pounds_in_the_data() -> None:
    assert read_salary("€41,210 - €52,480 per annum", YEAR).currency == "EUR"


@given(
    st.text(alphabet="£$€0123456789.,kK-–/& toperhuanmsdyx\n(", max_size=60),
    st.sampled_from([YEAR, Stated(), stated(41_210, 52_480), stated(15, 9, "hour")]),
)
def test_numbers_are_always_in_order_plausible_and_complete(text: str, fields: Stated) -> None:
    salary = read_salary(text, fields)
    ends = [end for end in (salary.low, salary.high) if end is not None]
    assert ends == sorted(ends)
    assert bool(ends) == (salary.period is not None) == (salary.currency is not None)
    if salary.period is not None:
        least, most = PLAUSIBLE[salary.period]
        assert all(least <= end <= most for end in ends)
    assert ends or salary.note
