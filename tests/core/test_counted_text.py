"""A text made below the window is its English, and says the same of itself in another language and process."""

import json
import pickle

import msgspec

from rpn_inspector.core.text import Text, UserName

GERMAN = {"{n} anchors of {name}": ("{n} Anchor von {name}", "{n} Anchors von {name}"), "no one": ("niemand",)}


def german(key, number=-1):
    forms = GERMAN.get(key, (key,))
    return forms[int(number != 1)] if len(forms) > 1 else forms[0]


def test_a_text_is_its_english():
    text = Text.of("IoU {iou:.2f} with {name}", iou=0.5, name=Text("no one"))
    assert text == "IoU 0.50 with no one"
    assert json.dumps([text]) == '["IoU 0.50 with no one"]'
    assert type(str(text)) is str
    assert not Text("")


def test_values_that_are_texts_are_translated_too():
    assert Text.of("IoU with {name}", name=Text("no one")).translated(german) == "IoU with niemand"
    assert Text.joined(Text("no one"), Text("{braces}")).translated(german) == "niemand {braces}"


def test_things_are_counted_in_each_language():
    one, many = (Text.counted(n, "1 anchor of {name}", "{n} anchors of {name}", name=Text("no one")) for n in (1, 1200))
    assert (one, many) == ("1 anchor of no one", "1,200 anchors of no one")
    assert one.translated(german) == "1 Anchor von niemand"
    assert many.translated(german) == "1,200 Anchors von niemand"
    assert one.translated(lambda key, _=-1: key) == one


def test_another_process_gets_the_whole_text():
    text = Text.counted(2, "1 anchor of {name}", "{n} anchors of {name}", name=UserName("a{b}"))
    again = pickle.loads(pickle.dumps(Text.joined(Text("no one"), text)))
    assert again == "no one 2 anchors of a{b}"
    assert again.translated(german) == "niemand 2 Anchors von a{b}"


def test_an_encoder_without_subclasses_takes_the_plain_text():
    text = Text.of("{a} of <b>{b}</b>", a=1, b=UserName("2"))
    assert msgspec.json.decode(msgspec.json.encode({"why": text}, enc_hook=str)) == {"why": text}
