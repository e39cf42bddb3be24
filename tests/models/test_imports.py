"""Without an endpoint nothing heavy is imported, and nothing of the model room runs."""

import json
import subprocess
import sys

HEAVY = ("langchain_openai", "openai", "httpx2", "langsmith", "jsonschema")


def test_opening_and_asking_without_an_endpoint_imports_no_client() -> None:
    code = (
        "import json, sys\n"
        "import assistant.answering.opening, assistant.answering.pipeline, assistant.answering.wording\n"
        "from assistant.models.client import open_model\n"
        "from assistant.settings import Settings\n"
        "assert open_model(Settings(_env_file=None, llm_base_url='')) is None\n"
        f"print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(done.stdout.splitlines()[-1]) == []


def test_the_client_is_not_caught_by_a_half_imported_module() -> None:
    """Another thread may import `httpx` while a call is made: the client library then failed on half of it."""
    code = "import sys, assistant.models.exchange; print('httpx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "True"
