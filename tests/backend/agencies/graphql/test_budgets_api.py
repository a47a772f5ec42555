"""Budget lines over the API: who sees which, errors as clients see them, constant statements."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.accounts import codes
from factories.budgets import YEAR, budget_file, budget_line
from factories.procurement import agency_member
from market.accounts.services.tokens import ACCESS, token_create
from market.agencies.models import BudgetLine, Department
from market.agencies.permissions import AgencyAbility
from market.agencies.services.budget_use_set import budget_use_set
from market.core.actor import SYSTEM
from market.core.files.workbooks import workbook_cells
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db
LINES = """query ($agency: ID!, $n: Int = 50, $year: Int, $department: ID, $search: String, $isOfAll: Boolean, $after: String) {
  budgetLines(agency: $agency, first: $n, after: $after, year: $year, department: $department, search: $search, isOfAll: $isOfAll) {
    totalCount pageInfo { endCursor } edges { node {
      code department { name } appropriated { amount } held { amount } committed { amount } spent { amount } available { amount }
      movements(first: 5) { totalCount edges { node { kind who purchaseRequestId held { amount } } } } } } }
  budgetTotals(agency: $agency, year: $year, department: $department, search: $search, isOfAll: $isOfAll) {
    lineCount appropriated { amount } available { amount } }
  budgetYears(agency: $agency) }"""
LINE = "query ($id: ID!) { budgetLine(id: $id) { code } }"
UPDATE = """mutation ($id: ID!, $input: BudgetLineUpdateInput!) {
  budgetLineUpdate(id: $id, input: $input) { budgetLine { appropriated { amount } isActive } errors { field code message used } } }"""
CREATE = """mutation ($agency: ID!, $input: BudgetLineInput!) {
  budgetLineCreate(agency: $agency, input: $input) { budgetLine { code } errors { field code } } }"""
UPLOAD = """mutation ($agency: ID!, $year: Int!, $file: Upload!) { budgetImportCreate(agency: $agency, year: $year, file: $file) {
  budgetImport { id status rowCount counts { outcome count } rows {
    number outcome cells problems appropriatedBefore { amount } appropriatedAfter { amount } } }
  errors { field code } } }"""
APPLY = "mutation ($id: ID!) { budgetImportApply(id: $id) { budgetImport { status lineCount } errors { field code message } } }"
UNDO = "mutation ($id: ID!) { budgetImportUndo(id: $id) { budgetImport { status } errors { field code } } }"
IMPORTS = """query ($agency: ID!, $n: Int!) { budgetImports(agency: $agency, first: $n) {
  totalCount edges { node { id fileName counts { outcome count } rows(first: 3) { number } } } } }"""


def gid(row: Any, name: str | None = None) -> str:
    return to_global_id(name or type(row).__name__, row.pk)


def seen(answer: Any) -> list[str]:
    return [edge["node"]["code"] for edge in answer["data"]["budgetLines"]["edges"]]


def test_members_see_lines_of_their_department_and_of_all_keepers_all(graphql: Any) -> None:
    keeper = agency_member()
    agency = keeper.agency
    culture, roads = (Department.objects.create(agency=agency, name=name) for name in ("문화체육과", "도로과"))
    budget_line(keeper, code="1")
    budget_line(keeper, code="2", department_id=culture.pk)
    other = budget_line(keeper, code="3", department_id=roads.pk)
    given = {"agency": gid(agency)}
    clerk = agency_member(agency, AgencyAbility.REQUEST, AgencyAbility.APPROVE, department=culture).user
    nowhere = agency_member(agency, AgencyAbility.REQUEST).user
    assert seen(graphql(LINES, given, user=clerk)) == ["1", "2"]
    assert seen(graphql(LINES, given, user=nowhere)) == ["1"]
    assert graphql(LINES, given, user=clerk)["data"]["budgetTotals"]["lineCount"] == 2
    for ability in (AgencyAbility.PAY, AgencyAbility.ADMINISTER):
        assert seen(graphql(LINES, given, user=agency_member(agency, ability).user)) == ["1", "2", "3"]
    assert graphql(LINE, {"id": gid(other)}, user=clerk)["data"]["budgetLine"] is None
    assert graphql(LINE, {"id": gid(other)}, user=keeper.user)["data"]["budgetLine"] == {"code": "3"}


def test_another_agency_learns_nothing(graphql: Any) -> None:
    keeper, stranger = agency_member(), agency_member().user
    line = budget_line(keeper)
    foreign = graphql(LINES, {"agency": gid(keeper.agency)}, user=stranger)["data"]
    nothing = graphql(LINES, {"agency": to_global_id("Agency", 0)}, user=stranger)["data"]
    assert foreign == nothing
    assert foreign["budgetLines"]["totalCount"] == 0
    assert foreign["budgetYears"] == []
    for pk in (line.pk, 10**12):
        answer = graphql(LINE, {"id": to_global_id("BudgetLine", pk)}, user=stranger)
        assert answer["data"]["budgetLine"] is None
        answer = graphql(UPDATE, {"id": to_global_id("BudgetLine", pk), "input": {"appropriated": 1}}, user=stranger)[
            "data"
        ]["budgetLineUpdate"]
        assert codes(answer) == [("id", "NOT_FOUND")]
    line.refresh_from_db()
    assert line.appropriated == 1_000_000


def test_filters_and_totals_agree(graphql: Any) -> None:
    keeper = agency_member()
    culture = Department.objects.create(agency=keeper.agency, name="문화체육과")
    line = budget_line(
        keeper, 48_000_000, code="201-03", name="행사운영비", department_id=culture.pk, project="구민 한마당"
    )
    budget_line(keeper, 36_000_000, code="201-01")
    budget_line(keeper, 1, code="201-01", fiscal_year=YEAR - 1)
    budget_use_set(
        line_id=line.pk, reference="request:7d8f", actor=SYSTEM, held=Decimal(12_210_000), committed=Decimal(1_340_000)
    )
    base = {"agency": gid(keeper.agency)}
    answer = graphql(LINES, {**base, "year": YEAR}, user=keeper.user)["data"]
    assert answer["budgetYears"] == [YEAR, YEAR - 1]
    assert answer["budgetTotals"] == {
        "lineCount": 2, "appropriated": {"amount": 84_000_000.0}, "available": {"amount": 70_450_000.0},
    }  # fmt: skip
    node = graphql(LINES, {**base, "search": "한마당 201"}, user=keeper.user)["data"]["budgetLines"]["edges"][0]["node"]
    assert (node["code"], node["held"]["amount"], node["available"]["amount"]) == ("201-03", 12_210_000, 34_450_000)
    newest, oldest = (edge["node"] for edge in node["movements"]["edges"])
    assert (newest["kind"], newest["who"], newest["held"]["amount"]) == ("REQUEST", None, 12_210_000)
    assert newest["purchaseRequestId"] == to_global_id("PurchaseRequest", "7d8f")
    assert (oldest["kind"], oldest["who"], oldest["purchaseRequestId"]) == ("EDIT", "한지우", None)
    assert seen(graphql(LINES, {**base, "department": gid(culture, "AgencyDepartment")}, user=keeper.user)) == [
        "201-03"
    ]
    assert seen(graphql(LINES, {**base, "isOfAll": True, "year": YEAR}, user=keeper.user)) == ["201-01"]
    assert seen(graphql(LINES, {**base, "year": 2**31 - 1}, user=keeper.user)) == []
    first = graphql(LINES, {**base, "n": 1}, user=keeper.user)["data"]["budgetLines"]
    rest = graphql(LINES, {**base, "after": first["pageInfo"]["endCursor"]}, user=keeper.user)
    assert len(seen(rest)) == 2


def test_the_list_costs_the_same_however_long(assert_constant_queries: Any) -> None:
    keeper = agency_member()
    for number in range(6):
        department = Department.objects.create(agency=keeper.agency, name=f"{number}과")
        line = budget_line(keeper, 1_000, department_id=department.pk)
        for purchase in range(3):
            budget_use_set(line_id=line.pk, reference=f"request:{number}-{purchase}", actor=SYSTEM, held=Decimal(1))
    base = {"agency": gid(keeper.agency)}
    assert_constant_queries(LINES, {**base, "n": 1}, {**base, "n": 6}, user=keeper.user)


def test_errors_are_typed(graphql: Any) -> None:
    keeper = agency_member()
    line = budget_line(keeper, 1_000, code="201-01")
    budget_use_set(line_id=line.pk, reference="request:1", actor=SYSTEM, held=Decimal(600))
    answer = graphql(UPDATE, {"id": gid(line), "input": {"appropriated": 599}}, user=keeper.user)["data"]
    (error,) = answer["budgetLineUpdate"]["errors"]
    assert (error["field"], error["code"], error["used"]) == ("appropriated", "BUDGET_BELOW_USE", "600")
    assert "600원" in error["message"]
    given = {"fiscalYear": YEAR, "account": "일반회계", "code": "201-01", "name": "사무관리비", "appropriated": 1}
    base = {"agency": gid(keeper.agency)}
    for change, expected in (
        ({}, ("code", "UNIQUE")),
        ({"code": ""}, ("code", "REQUIRED")),
        ({"code": "1" * 21}, ("code", "INVALID")),
        ({"appropriated": 0.5}, ("appropriated", "INVALID")),
        ({"fiscalYear": 1}, ("fiscalYear", "INVALID")),
        ({"department": to_global_id("AgencyDepartment", 0)}, ("department", "NOT_FOUND")),
        ({"department": "x"}, ("department", "GRAPHQL_ERROR")),
    ):
        answer = graphql(CREATE, {**base, "input": {**given, **change}}, user=keeper.user)["data"]["budgetLineCreate"]
        assert codes(answer) == [expected], change
    assert BudgetLine.objects.count() == 1
    closed = graphql(UPDATE, {"id": gid(line), "input": {"isActive": False}}, user=keeper.user)["data"]
    assert closed["budgetLineUpdate"]["budgetLine"] == {"appropriated": {"amount": 1_000.0}, "isActive": False}


def test_a_workbook_from_upload_to_undoing(graphql: Any, assert_constant_queries: Any) -> None:
    keeper = agency_member()
    budget_line(keeper, 36_000_000, code="201-01")

    def upload(content: bytes, user: Any = keeper.user) -> Any:
        file = SimpleUploadedFile("예산.xlsx", content)
        given = {"agency": gid(keeper.agency), "year": YEAR, "file": file}
        return graphql(UPLOAD, given, user=user)["data"]["budgetImportCreate"]

    assert codes(upload(b"PK nothing")) == [("file", "INVALID")]
    bad = upload(budget_file({"code": "9", "amount": "x"}, {}))["budgetImport"]
    assert bad["counts"] == [{"outcome": "UNCHANGED", "count": 1}, {"outcome": "WRONG", "count": 1}]
    assert bad["rows"][0]["outcome"] == "WRONG"
    assert bad["rows"][0]["problems"] == ["‘예산현액’은 0 이상의 원 단위 숫자로 적어 주세요."]
    refused = graphql(APPLY, {"id": bad["id"]}, user=keeper.user)["data"]["budgetImportApply"]
    assert codes(refused) == [("id", "BUDGET_IMPORT_WRONG")]

    good = upload(budget_file({"amount": 40_000_000}, {"code": "405-01", "name": "자산및물품취득비"}))["budgetImport"]
    assert [(row["outcome"], row["appropriatedBefore"]) for row in good["rows"]] == [
        ("CHANGED", {"amount": 36_000_000.0}),
        ("NEW", None),
    ]
    stranger = agency_member().user
    assert upload(budget_file({}), stranger)["errors"][0]["code"] == "NOT_FOUND"
    assert codes(graphql(APPLY, {"id": good["id"]}, user=stranger)["data"]["budgetImportApply"]) == [
        ("id", "NOT_FOUND")
    ]
    assert (
        graphql(IMPORTS, {"agency": gid(keeper.agency), "n": 5}, user=stranger)["data"]["budgetImports"]["edges"] == []
    )
    applied = graphql(APPLY, {"id": good["id"]}, user=keeper.user)["data"]["budgetImportApply"]
    assert applied == {"budgetImport": {"status": "APPLIED", "lineCount": 2}, "errors": []}
    undone = graphql(UNDO, {"id": good["id"]}, user=keeper.user)["data"]["budgetImportUndo"]
    assert undone["budgetImport"] == {"status": "UNDONE"}
    assert BudgetLine.objects.get(code="201-01").appropriated == 36_000_000
    upload(budget_file({"code": "7"}))
    base = {"agency": gid(keeper.agency)}
    assert_constant_queries(IMPORTS, {**base, "n": 1}, {**base, "n": 3}, user=keeper.user)


def test_the_budget_as_a_file(client: Any) -> None:
    keeper, stranger = agency_member(), agency_member()
    culture = Department.objects.create(agency=keeper.agency, name="문화체육과")
    budget_line(keeper, 36_000_000, code="201-01")
    budget_line(keeper, 1, code="405-01", department_id=culture.pk)
    clerk = agency_member(keeper.agency, AgencyAbility.REQUEST)

    def rows(user: Any, **query: str) -> Any:
        query = {"agency": gid(keeper.agency), "year": str(YEAR), **query}
        bearer = f"Bearer {token_create(user=user, kind=ACCESS)}"
        answer = client.get("/workbooks/budgets.xlsx", query, headers={"Authorization": bearer})
        if answer.status_code != 200:
            return answer.status_code
        return [cells[4] for cells in workbook_cells(answer.content)[1:]]

    assert rows(keeper.user) == ["201-01", "405-01"]
    assert rows(clerk.user) == ["201-01"], "what the member sees, and no more"
    assert rows(keeper.user, empty="1") == []
    assert rows(keeper.user, year=str(YEAR + 1)) == []
    for query in ({"year": "x"}, {"agency": "x"}, {"agency": to_global_id("Agency", 0)}):
        assert rows(keeper.user, **query) == 404
    assert rows(stranger.user) == 404
    assert client.get("/workbooks/budgets.xlsx", {"agency": gid(keeper.agency), "year": YEAR}).status_code == 404
