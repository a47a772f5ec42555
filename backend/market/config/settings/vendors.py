"""Enterprises and how they are vetted."""

import environ

env = environ.Env()

# The key of data.go.kr for the tax service's business API (15081808), as it is shown decoded. Empty: the offline answers.
NTS_SERVICE_KEY = env("IEUM_NTS_SERVICE_KEY", default="")
NTS_API_BASE = env("IEUM_NTS_API_BASE", default="https://api.odcloud.kr/api/nts-businessman/v1")
NTS_TIMEOUT_SECONDS = env.float("IEUM_NTS_TIMEOUT_SECONDS", default=4.0)
# How many business numbers one account may look up in an hour.
BUSINESS_NUMBER_CHECKS_PER_HOUR = env.int("IEUM_BUSINESS_NUMBER_CHECKS_PER_HOUR", default=30)
