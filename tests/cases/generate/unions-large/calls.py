"""A choice among many that leads back to itself."""

from __future__ import annotations

from typing import Any

from unions_large import Client, models

from calls_server import Server


def the_choice_stands_once_and_each_place_has_a_name_for_it(server: Server) -> None:
    names = ("AbsoluteInputsItem", "NotInputsItem", "SumInputsItem")
    assert len({id(getattr(models, name)) for name in names}) == 1


def every_level_is_told_apart_at_once(client: Client, server: Server) -> None:
    value: dict[str, Any] = {"operator": "CONSTANT", "value": 1.5}
    for operator in ("MINUS", "ROUND", "FLOOR", "ROOT") * 10:
        value = {"operator": operator, "inputs": [value, {"operator": "LENGTH"}]}
    sent = {"operator": "SUM", "inputs": [value]}
    server.answers(200, json=sent)
    found = client.expressions.send_expression(inputs=[models.Minus(inputs=[models.Constant(value=2.5)])])
    assert server.request.json == {
        "operator": "SUM",
        "inputs": [{"operator": "MINUS", "inputs": [{"operator": "CONSTANT", "value": 2.5}]}],
    }
    assert found.model_dump(by_alias=True, exclude_unset=True) == sent
    assert found.inputs
    assert isinstance(found.inputs[0], models.Root)
