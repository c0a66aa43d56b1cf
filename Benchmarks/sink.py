"""An SMTP server that takes everything at once and keeps only the count: `sink.py CERTIFICATE KEY`.

It prints its port, and greets nobody until it reads a line on standard input. When that ends it prints
`{"messages", "connections", "seconds"}`: from the first greeting to the last acceptance. One thread a connection,
because the benchmark is to have one connection.
"""

import json
import socket
import ssl
import sys
import threading
import time


class Sink:
    def __init__(self, certificate, key):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate, key)
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.opened = threading.Event()
        self.lock = threading.Lock()
        self.messages = self.connections = 0
        self.first = self.last = None

    def run(self):
        threading.Thread(target=self.accept, daemon=True).start()
        print(self.listener.getsockname()[1], flush=True)
        sys.stdin.readline()
        self.opened.set()
        for line in sys.stdin:
            self.report()
        self.report()

    def report(self):
        with self.lock:
            seconds = self.last - self.first if self.messages else 0
            print(
                json.dumps({"messages": self.messages, "connections": self.connections, "seconds": seconds}), flush=True
            )

    def accept(self):
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self.converse, args=(connection,), daemon=True).start()

    def converse(self, connection):
        self.opened.wait()
        try:
            with self.context.wrap_socket(connection, server_side=True) as stream:
                stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.talk(stream.makefile("rwb", buffering=65_536))
        except OSError:
            return

    def talk(self, stream):
        def say(line):
            stream.write(line + b"\r\n")
            stream.flush()

        with self.lock:
            self.first = self.first or time.monotonic()
        counted = False
        say(b"220 sink ESMTP")
        for line in stream:
            verb = line[:4].upper()
            if verb == b"EHLO":
                say(b"250-sink\r\n250-SIZE 52428800\r\n250-8BITMIME\r\n250-PIPELINING\r\n250 AUTH PLAIN LOGIN")
            elif verb == b"AUTH":
                self.log_in(line, stream, say)
            elif verb == b"DATA":
                say(b"354 go on")
                while stream.readline() not in (b".\r\n", b""):
                    pass
                with self.lock:
                    self.messages += 1
                    self.connections += not counted
                    self.last = time.monotonic()
                counted = True
                say(b"250 2.0.0 taken")
            elif verb == b"QUIT":
                say(b"221 bye")
                return
            else:
                say(b"250 2.0.0 ok")

    def log_in(self, line, stream, say):
        words = line.split()
        if len(words) < 3:  # without an initial response: the name, the password
            for _ in range(2 if words[1].upper() == b"LOGIN" else 1):
                say(b"334 ")
                stream.readline()
        say(b"235 2.7.0 welcome")


if __name__ == "__main__":
    Sink(sys.argv[1], sys.argv[2]).run()
