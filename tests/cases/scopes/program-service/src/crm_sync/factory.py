from __future__ import annotations
import typing as t
if t.TYPE_CHECKING:
    import hubspot_meetings as hm

class ClientFactory:
    _instances: t.ClassVar[dict[str, "hm.Client"]] = {}
    def __init__(self, tokens: t.Mapping[str, str]):
        self.tokens = tokens
    def __call__(self, portal: str) -> hm.Client:
        import hubspot_meetings as hm
        if portal not in self._instances:
            self._instances[portal] = hm.Client(access_token=self.tokens[portal])
        return self._instances[portal]
    @classmethod
    def close_all(cls) -> None:
        for client in cls._instances.values():
            client.close()
