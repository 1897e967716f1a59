package org.guiche.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A ClamAV daemon, asked over TCP as clamd(8) has it: bytes go by INSTREAM, so it needs no disk of ours. */
record Clamd(InetSocketAddress address, Duration patience) {

    private static final Logger LOG = Logger.getLogger(Clamd.class.getName());
    private static final int CHUNK = 64 * 1024;

    /** Whoever is there says so at once. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /**
     * Asks about these bytes, which stream. Where it takes them and then hangs up without a word, it may have crashed over them.
     *
     * @param bytes read to the end, or as far as the scanner wants; the caller closes them
     * @param goingOn called now and then while bytes go
     * @throws UncheckedIOException where the bytes cannot be read
     */
    Verdict scan(InputStream bytes, Runnable goingOn) {
        try (var line = ClamdLine.to(address, patience, "INSTREAM")) {
            return ask(bytes, line, goingOn);
        } catch (SocketTimeoutException e) {
            LOG.log(Level.FINE, "the scanner is slow", e);
            return Verdict.failed(ScanFailure.SLOW);
        } catch (IOException e) {
            LOG.log(Level.FINE, "the scanner is away", e);
            return Verdict.failed(ScanFailure.AWAY);
        }
    }

    private static Verdict ask(InputStream bytes, ClamdLine line, Runnable goingOn) throws SocketTimeoutException {
        try {
            send(bytes, line, goingOn);
            var answer = line.answer();
            LOG.fine(() -> "scanner: " + answer);
            return Verdict.of(answer);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            LOG.log(Level.FINE, "the scanner hung up", e);
            return Verdict.failed(ScanFailure.CRASHED);
        }
    }

    /** In pieces, each behind its length; a length of nothing ends them. */
    private static void send(InputStream bytes, ClamdLine line, Runnable goingOn) throws IOException {
        var buffer = new byte[Integer.BYTES + CHUNK];
        int read;
        do {
            read = read(bytes, buffer);
            var piece = ByteBuffer.wrap(buffer, 0, Integer.BYTES + read).putInt(0, read);
            goingOn.run();
            if (!line.write(piece)) {
                return;
            }
        } while (read > 0);
    }

    private static int read(InputStream bytes, byte[] buffer) {
        try {
            return bytes.readNBytes(buffer, Integer.BYTES, CHUNK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its name and the date of what it knows; fails where it is not there. */
    String version() throws IOException {
        var soon = patience.compareTo(SOON) < 0 ? patience : SOON;
        try (var line = ClamdLine.to(address, soon, "PING")) {
            if (!line.answer().equals("PONG")) {
                throw new IOException("this is no clamd");
            }
        }
        try (var line = ClamdLine.to(address, soon, "VERSION")) {
            return line.answer();
        }
    }
}
