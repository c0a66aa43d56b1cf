# make demo | test | build | bench | scores | fuzz | lint | install DESTDIR= | deb | deb-trial | clean
# Each does what its name says, from a fresh clone; the work is in scripts/ and Benchmarks/.

SHELL = /bin/sh
.DELETE_ON_ERROR:
.PHONY: demo test build bench scores fuzz lint install deb deb-trial clean

DESTDIR =
PREFIX = /usr
CC = cc
SWIFT = swift
RELEASE = -c release --static-swift-stdlib
RELEASE_BINARY = .build/release/ticketd
# How long the load of `make bench` lasts.
LOAD_SECONDS = 180
POWER_CUT = .build-tools/power-cut.so
# Suites with real connections and real time.
REAL_TIME = WebServer(Stop)?Tests|IMAPMailboxTests|SMTPCourierTests|CurlTests

demo:
	scripts/install-dependencies --demo
	@echo "Building ticketd. The first time this takes several minutes."
	$(SWIFT) build --product ticketd
	scripts/demo .build/debug/ticketd

# In four runs: the walk of every route by every visitor keeps the pool busy for half a minute, and the tests of the
# whole program wait on their threads; either would starve those that share a pool with them. The tests of real
# connections measure somebody's patience in real time, which a starved pool would fail.
test:
	scripts/install-dependencies --test
	scripts/lint
	$(MAKE) $(POWER_CUT)
	@echo "Building ticketd and its tests. The first time this takes several minutes."
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --skip 'TicketdTests|AuthorityTests|$(REAL_TIME)'
	$(SWIFT) test --skip-build --filter AuthorityTests
	$(SWIFT) test --skip-build --filter '$(REAL_TIME)'
	scripts/with-post-office $(SWIFT) test --skip-build --filter 'TicketdTests|PostOfficeTests'

build:
	scripts/install-dependencies --build
	$(SWIFT) build $(RELEASE) --product ticketd

bench: build
	scripts/install-dependencies --bench
	Benchmarks/run --seconds $(LOAD_SECONDS) $(RELEASE_BINARY)

# The parser beside other libraries on real messages, field by field; wants the corpora, which are not part of this.
scores: build
	scripts/install-dependencies --bench
	Benchmarks/score-rivals

fuzz:
	scripts/install-dependencies --build
	scripts/fuzz

lint:
	scripts/lint

install: build
	scripts/install-files $(RELEASE_BINARY) "$(DESTDIR)" "$(PREFIX)"

# A Debian package in .build/deb, checked by lintian.
deb: build
	scripts/install-dependencies --deb
	scripts/make-deb $(RELEASE_BINARY)

# Installs, uses, upgrades, removes and purges the package in a fresh Debian below /tmp. Needs root and a Debian mirror.
deb-trial: deb
	scripts/install-dependencies --deb-trial
	scripts/trial-deb

clean:
	rm -rf .build .build-tools

$(POWER_CUT): scripts/power-cut.c
	mkdir -p $(@D)
	$(CC) -std=gnu11 -O2 -Wall -Wextra -Werror -Wno-format-truncation -fPIC -shared -o $@ $< -ldl -lpthread
