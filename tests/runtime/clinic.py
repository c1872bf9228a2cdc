"""The clients and resources of the made-up API, written as the generator writes them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import ClassVar, Final, TypeAlias, Unpack

import clinic_models as models
import clinic_operations as ops

from runtime import (
    UNSET,
    Api,
    AsyncClient,
    AsyncHttpClient,
    AsyncPager,
    AsyncResource,
    HttpClient,
    Operation,
    Pager,
    RequestOptions,
    Resource,
    Scheme,
    SyncClient,
    Timeout,
    TokenSource,
    Unset,
)

API: Final = Api(
    title="Clinic",
    version="1",
    package="clinic_sdk",
    user_agent="clinic-sdk/1.0",
    base_url="https://clinic.test/api",
    schemes=(
        Scheme("oauth2", "bearer", parameter="access_token", token_url="https://clinic.test/token"),
        Scheme("private", "header", key="private-app", parameter="private_app"),
        Scheme("hapikey", "query", key="hapikey", parameter="hapikey"),
        Scheme("login", "basic", parameter="login"),
        Scheme("cookie", "cookie", key="sid", parameter="sid"),
    ),
)
# Inside a class that has a method `list`, the name no longer means the type.
BagList: TypeAlias = list[models.Bag]
_OPERATIONS: Mapping[str, Operation[object]] = {
    "list": ops.list_,
    "list_all": ops.list_,
    "get": ops.get,
    "create": ops.create,
    "update": ops.update,
    "pay": ops.pay,
    "draw": ops.draw,
    "bags": ops.bags,
    "upload": ops.upload,
    "download": ops.download,
}


class Pets(Resource):
    __operations__: ClassVar[Mapping[str, Operation[object]]] = _OPERATIONS

    def list(
        self,
        *,
        after: str | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        month_offset: int | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> models.PetPage:
        query = {"after": after, "tags": tags, "monthOffset": month_offset}
        return self._client.call(ops.list_, options, query=query)

    def list_all(
        self, *, tags: Sequence[str] | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Pager[models.Pet, models.PetPage]:
        return self._client.pages(ops.list_, options, item=models.Pet, query={"tags": tags})

    def get(
        self,
        pet_id: str,
        *,
        x_trace: str | Unset = UNSET,
        session: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> models.Pet:
        return self._client.call(
            ops.get, options, path={"petId": pet_id}, headers={"X-Trace": x_trace}, cookies={"session": session}
        )

    def create(
        self,
        *,
        name: str,
        birth_time: datetime,
        legs: int | Unset = UNSET,
        owner: models.Owner | Unset = UNSET,
        kind: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> models.Pet:
        body = {"name": name, "birthTime": birth_time, "legs": legs, "owner": owner, "kind": kind}
        return self._client.call(ops.create, options, body=body)

    def update(
        self,
        pet_id: str,
        *,
        nick_name: str | Unset | None = UNSET,
        weight: float | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> models.Pet:
        body = {"nickName": nick_name, "weight": weight}
        return self._client.call(ops.update, options, path={"petId": pet_id}, body=body)

    def pay(self, body: object = UNSET, **options: Unpack[RequestOptions]) -> object:
        return self._client.call(ops.pay, options, body=body)

    def draw(self, **options: Unpack[RequestOptions]) -> models.Drawing:
        return self._client.call(ops.draw, options)

    def bags(self, **options: Unpack[RequestOptions]) -> BagList:
        return self._client.call(ops.bags, options)

    def upload(self, body: object, *, content_type: str | None = None, **options: Unpack[RequestOptions]) -> object:
        return self._client.call(ops.upload, options, body=body, content_type=content_type)

    def download(self, **options: Unpack[RequestOptions]) -> bytes:
        return self._client.call(ops.download, options)


class AsyncPets(AsyncResource):
    __operations__: ClassVar[Mapping[str, Operation[object]]] = _OPERATIONS

    async def list(self, *, after: str | Unset = UNSET, **options: Unpack[RequestOptions]) -> models.PetPage:
        return await self._client.call(ops.list_, options, query={"after": after})

    def list_all(self, **options: Unpack[RequestOptions]) -> AsyncPager[models.Pet, models.PetPage]:
        return self._client.pages(ops.list_, options, item=models.Pet)

    async def get(self, pet_id: str, **options: Unpack[RequestOptions]) -> models.Pet:
        return await self._client.call(ops.get, options, path={"petId": pet_id})

    async def create(self, *, name: str, birth_time: datetime, **options: Unpack[RequestOptions]) -> models.Pet:
        return await self._client.call(ops.create, options, body={"name": name, "birthTime": birth_time})

    async def upload(
        self, body: object, *, content_type: str | None = None, **options: Unpack[RequestOptions]
    ) -> object:
        return await self._client.call(ops.upload, options, body=body, content_type=content_type)

    async def download(self, **options: Unpack[RequestOptions]) -> bytes:
        return await self._client.call(ops.download, options)


class Clinic(SyncClient):
    def __init__(
        self,
        *,
        access_token: str | TokenSource | None = None,
        private_app: str | None = None,
        hapikey: str | None = None,
        login: tuple[str, str] | None = None,
        sid: str | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | Unset | None = UNSET,
        max_retries: int = 2,
        http_client: HttpClient | None = None,
        strict: bool = False,
        granted_scopes: Collection[str] | None = None,
    ) -> None:
        credentials = {
            "access_token": access_token,
            "private_app": private_app,
            "hapikey": hapikey,
            "login": login,
            "sid": sid,
        }
        super().__init__(
            API,
            credentials,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            http_client=http_client,
            strict=strict,
            granted_scopes=granted_scopes,
        )

    @cached_property
    def pets(self) -> Pets:
        return Pets(self)


class AsyncClinic(AsyncClient):
    def __init__(
        self,
        *,
        access_token: str | TokenSource | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | Unset | None = UNSET,
        max_retries: int = 2,
        http_client: AsyncHttpClient | None = None,
        strict: bool = False,
        granted_scopes: Collection[str] | None = None,
    ) -> None:
        super().__init__(
            API,
            {"access_token": access_token},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            http_client=http_client,
            strict=strict,
            granted_scopes=granted_scopes,
        )

    @cached_property
    def pets(self) -> AsyncPets:
        return AsyncPets(self)
