"""Departments of an agency."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies import errors
from market.agencies.graphql.errors import AgencyError
from market.agencies.graphql.types import AgencyDepartment
from market.agencies.selectors.membership import ensure_agency_member_or
from market.agencies.services.department_change import (
    department_close,
    department_create,
    department_rename,
    department_reopen,
)
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id


class AgencyDepartmentCreate(BaseMutation):
    department = graphene.Field(AgencyDepartment, description="The department.")

    class Arguments:
        agency = graphene.ID(required=True, description="ID of the agency.")
        name = graphene.String(required=True, description="Its name.")

    class Meta:
        description = "Add a department; by administrators."
        error_type = AgencyError
        login_required = True

    raises = (NotFound, InvalidId, Required, InvalidInput, errors.DepartmentTaken)

    @classmethod
    def perform(cls, info: Any, *, agency: str, name: str) -> Any:
        ensure_agency_member_or(info.context.actor)
        pk = pk_from_id(agency, "Agency", field="agency")
        return cls(department=department_create(agency_id=pk, name=name, actor=info.context.actor))


class AgencyDepartmentUpdate(BaseMutation):
    department = graphene.Field(AgencyDepartment, description="The department.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the department.")
        name = graphene.String(required=True, description="Its new name.")

    class Meta:
        description = "Rename a department; by administrators. Papers that were issued keep the old name."
        error_type = AgencyError
        login_required = True

    raises = (NotFound, InvalidId, Required, InvalidInput, errors.DepartmentTaken)

    @classmethod
    def perform(cls, info: Any, *, id: str, name: str) -> Any:
        ensure_agency_member_or(info.context.actor)
        pk = pk_from_id(id, "AgencyDepartment")
        return cls(department=department_rename(department_id=pk, name=name, actor=info.context.actor))


class AgencyDepartmentClose(BaseMutation):
    department = graphene.Field(AgencyDepartment, description="The department.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the department.")

    class Meta:
        description = "Close a department nobody works in; by administrators. It is kept for what was bought."
        error_type = AgencyError
        login_required = True

    raises = (NotFound, InvalidId, errors.DepartmentInUse)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> Any:
        ensure_agency_member_or(info.context.actor)
        pk = pk_from_id(id, "AgencyDepartment")
        return cls(department=department_close(department_id=pk, actor=info.context.actor))


class AgencyDepartmentReopen(BaseMutation):
    department = graphene.Field(AgencyDepartment, description="The department.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the department.")

    class Meta:
        description = "Use a closed department again; by administrators."
        error_type = AgencyError
        login_required = True

    raises = (NotFound, InvalidId)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> Any:
        ensure_agency_member_or(info.context.actor)
        pk = pk_from_id(id, "AgencyDepartment")
        return cls(department=department_reopen(department_id=pk, actor=info.context.actor))
