# Two commands matter: `make run` and `make test`. Both set everything up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PORT ?= 8501

.DEFAULT_GOAL := help
.PHONY: help run test test-all check index evaluate clean

help:  ## 列出可用的命令
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(STAMP): constraints.txt pyproject.toml
	@echo "首次运行要安装依赖：一般 3 到 10 分钟（看网速），约占 2 GB 磁盘；以后直接启动。"
	@echo "[1/4] 建立 Python 环境 $(VENV) ……"
	@$(PYTHON) -m venv $(VENV)
	@echo "[2/4] 下载并安装 torch（最大的一个，下面有进度）……"
	@$(BIN)/python -m pip install --disable-pip-version-check -c constraints.txt torch==2.13.0
	@echo "[3/4] 下载并安装其余依赖……"
	@$(BIN)/python -m pip install --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@

run: $(STAMP)  ## 安装、建立索引并打开问答（localhost:8501）
	@echo "[4/4] 建立或更新检索索引（首次约半分钟）……"
	@$(BIN)/python -m assistant index
	@echo "就绪，浏览器打开 http://localhost:$(PORT) （按 Ctrl+C 停止）"
	@$(BIN)/streamlit run app.py --server.port $(PORT)

test: check  ## 安装、静态检查并运行测试
	$(BIN)/pytest -n 2 -m "not slow"

test-all: check  ## 连同较慢的测试一起运行
	$(BIN)/pytest -n 2

check: $(STAMP)  ## 代码规范与类型检查
	$(BIN)/ruff check .
	$(BIN)/mypy

index: $(STAMP)  ## 建立或更新检索索引
	$(BIN)/python -m assistant index

evaluate: $(STAMP)  ## 运行全部评测并写出报告
	$(BIN)/python -m assistant evaluate

clean:  ## 删除本地环境与状态
	rm -rf $(VENV) .assistant
