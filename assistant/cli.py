"""The command line: registers the commands and turns our errors into one line and an exit status."""

import importlib
import os
import sys

import typer
from typer._click import exceptions as usage  # typer carries its own click and offers no public name for these

from assistant.commands.output import say
from assistant.errors import AssistantError, UnusableInputError

# Imported only when the command is asked for, so that `--help` and light commands stay fast.
COMMANDS = {
    "index": "建立或更新检索索引",
    "ask": "回答政策问题",
    "check": "核对一个申报类别的申报条件",
    "match": "同时核对全部申报类别",
    "extract": "从申报材料中提取事实",
    "map": "把质量实践对应到评价维度",
    "draft": "起草一句话特色与简况",
    "verify": "逐句核验文字是否有据",
    "form": "生成《推荐质量领域优质组织和个人信息汇总表》",
    "documents": "管理政策文件库",
    "evaluate": "运行评测",
}


def _app(name: str) -> typer.Typer:
    module = importlib.import_module(f"assistant.commands.{name}")
    app: typer.Typer = module.app
    return app


def _overview() -> str:
    rows = "\n".join(f"  {name:<10} {text}" for name, text in COMMANDS.items())
    hint = "每条命令加 --help 看用法与示例，加 --json 输出一个 JSON 值。"
    return f"用法：python -m assistant 命令 [选项]\n\n{rows}\n\n{hint}\n"


def _wrong_use(error: usage.ClickException) -> str:
    """What is wrong with the words of a command, in Chinese."""
    if isinstance(error, usage.NoSuchOption):
        return f"没有选项“{error.option_name}”。"
    if isinstance(error, usage.BadOptionUsage):
        return f"选项“{error.option_name}”后面没有写值。"
    named = getattr(error, "param", None)
    if named is None:
        return "命令的写法不对。"
    # An option by what one types (--output), an argument by its name.
    name = named.opts[0] if named.param_type_name == "option" else str(named.name)
    help = (getattr(named, "help", None) or "").rstrip("。")
    meant = f"（{help}）" if help else ""
    if isinstance(error, usage.MissingParameter):
        return f"缺少参数“{name}”{meant}。"
    return f"参数“{name}”的值不能用{meant}。"


def main(arguments: list[str] | None = None) -> None:
    """Run one command and exit: 0 done, 2 unusable input (one line on stderr), 1 our own fault."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if not arguments or arguments[0] in {"-h", "--help"}:
        sys.stdout.write(_overview())
        sys.exit(0 if arguments else 2)
    name, rest = arguments[0], arguments[1:]
    if name not in COMMANDS:
        say(f"没有“{name}”这条命令。可用的命令：{'、'.join(COMMANDS)}。")
        sys.exit(2)
    try:
        status = _app(name)(rest, prog_name=f"python -m assistant {name}", standalone_mode=False)
    except usage.ClickException as error:
        say(f"{_wrong_use(error)}用法与示例见 python -m assistant {name} --help。")
        sys.exit(2)
    except (KeyboardInterrupt, typer.Abort):
        say("已中断。")
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; nothing is wrong. Python must not flush into it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except UnusableInputError as error:
        say(str(error))
        sys.exit(2)
    except AssistantError as error:
        say(str(error))
        sys.exit(1)
    else:
        # Without its standalone mode a command returns the status it would have exited with.
        sys.exit(status if isinstance(status, int) else 0)
