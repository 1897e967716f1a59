package org.guiche.support;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Something that listens where a clamd should and behaves as that may on a bad day. */
public final class ScriptedClamd implements AutoCloseable {

    /** What it does about a content, having been sent a command. */
    public interface Script {
        void play(Socket line, DataInputStream in) throws IOException;
    }

    private final ServerSocket server;
    private final Script script;
    private final boolean answersPing;
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();

    private ScriptedClamd(Script script, boolean answersPing) {
        this.script = script;
        this.answersPing = answersPing;
        try {
            server = new ServerSocket(0, 50, host());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Takes connections and never says a word, nor reads one. */
    public static ScriptedClamd silent() {
        return new ScriptedClamd((line, in) -> {}, false);
    }

    /** Is well, takes all of a content, and never says anything about it. */
    public static ScriptedClamd pondering() {
        return new ScriptedClamd((line, in) -> content(in), true);
    }

    /** Is well, takes all of a content and says that, letter by letter. */
    public static ScriptedClamd saying(String answer) {
        return new ScriptedClamd(
                (line, in) -> {
                    content(in);
                    for (var letter : (answer + '\0').getBytes(US_ASCII)) {
                        line.getOutputStream().write(letter);
                        line.getOutputStream().flush();
                    }
                },
                true);
    }

    /** Says that before it has seen anything of a content, and hangs up. */
    public static ScriptedClamd interrupting(String answer) {
        return new ScriptedClamd(
                (line, in) -> {
                    line.getOutputStream().write((answer + '\0').getBytes(US_ASCII));
                    line.close();
                },
                true);
    }

    /** Hangs up in the middle of a content. */
    public static ScriptedClamd hangingUp() {
        return new ScriptedClamd(
                (line, in) -> {
                    in.readInt();
                    line.close();
                },
                true);
    }

    /** Finds nothing in any content, and ends over that one. */
    public static ScriptedClamd endingOver(byte[] deadly) {
        var itself = new AtomicReference<ScriptedClamd>();
        var scripted = new ScriptedClamd(
                (line, in) -> {
                    if (Arrays.equals(content(in), deadly)) {
                        itself.get().close();
                    } else {
                        line.getOutputStream().write("stream: OK\0".getBytes(US_ASCII));
                    }
                },
                true);
        itself.set(scripted);
        return scripted;
    }

    /** The bytes of a content, as they come in their pieces. */
    public static byte[] content(DataInputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var length = in.readInt(); length > 0; length = in.readInt()) {
            bytes.writeBytes(in.readNBytes(length));
        }
        return bytes.toByteArray();
    }

    /** Where scanners of the tests listen, whatever else the machine calls itself. */
    public static InetAddress host() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How often it was asked about a content. */
    public int asked() {
        return asked.get();
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            var line = server.accept();
            lines.add(line);
            start(() -> speak(line));
        }
    }

    private void speak(Socket line) throws IOException {
        if (!answersPing) {
            return;
        }
        var in = new DataInputStream(line.getInputStream());
        switch (command(in)) {
            case "zPING" -> line.getOutputStream().write("PONG\0".getBytes(US_ASCII));
            case "zVERSION" -> line.getOutputStream().write("ScriptedClamd 1\0".getBytes(US_ASCII));
            default -> {
                asked.incrementAndGet();
                script.play(line, in);
            }
        }
    }

    private static String command(InputStream in) throws IOException {
        var word = new StringBuilder();
        for (var letter = in.read(); letter != 0; letter = in.read()) {
            if (letter < 0) {
                throw new EOFException();
            }
            word.append((char) letter);
        }
        return word.toString();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                Thread.currentThread().interrupt(); // the other side is gone, or this one
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var line : lines) {
                line.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
