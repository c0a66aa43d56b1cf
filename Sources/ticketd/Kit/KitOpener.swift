/// The program that opens a kit where there is no ticketd: Python's own library and the `openssl` command, nothing
/// else. It is written beside each kit, so that the two are found together.
///
/// GCM is counter mode with a check: `openssl enc` does the first, the lines below the second.
enum KitOpener {
    static let script = #"""
        #!/usr/bin/env python3
        """Opens a breach kit of ticketd: python3 open-kit.py FILE [PASSPHRASE-FILE] > kit.txt"""
        import getpass, hashlib, hmac, subprocess, sys

        def openssl(cipher, key, data, iv=None):
            command = ["openssl", "enc", "-" + cipher, "-nopad", "-K", key.hex()] + (["-iv", iv.hex()] if iv else [])
            return subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout

        def times(x, y):
            result = 0
            for bit in range(127, -1, -1):
                if y >> bit & 1:
                    result ^= x
                x = x >> 1 ^ (0xE1 << 120 if x & 1 else 0)
            return result

        def blocks(data):
            return [data[i:i + 16].ljust(16, b"\0") for i in range(0, len(data), 16)]

        file = open(sys.argv[1], "rb").read()
        if not file.startswith(b"ticketd-kit-1\n"):
            sys.exit("This is no breach kit.")
        header, sealed, tag = file[:43], file[43:-16], file[-16:]
        cost, salt, nonce = header[14], header[15:31], header[31:43]
        if len(sys.argv) > 2:
            passphrase = open(sys.argv[2], "rb").read().rstrip(b"\r\n")
        else:
            passphrase = getpass.getpass("Passphrase: ").encode()
        key = hashlib.scrypt(passphrase, salt=salt, n=1 << cost, r=8, p=1, maxmem=1 << 29, dklen=32)
        h = int.from_bytes(openssl("aes-256-ecb", key, bytes(16)), "big")
        y = 0
        lengths = (8 * len(header)).to_bytes(8, "big") + (8 * len(sealed)).to_bytes(8, "big")
        for block in blocks(header) + blocks(sealed) + [lengths]:
            y = times(y ^ int.from_bytes(block, "big"), h)
        mask = openssl("aes-256-ecb", key, nonce + b"\0\0\0\1")
        expected = (y ^ int.from_bytes(mask, "big")).to_bytes(16, "big")
        if not hmac.compare_digest(expected, tag):
            sys.exit("The passphrase is wrong, or the file was changed.")
        sys.stdout.buffer.write(openssl("aes-256-ctr", key, sealed, nonce + b"\0\0\0\2"))

        """#
}
