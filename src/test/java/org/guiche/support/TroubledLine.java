package org.guiche.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Stands before a server and passes on what is said, but for what it was told to answer with 503 itself, to cut, or to let wait. */
public final class TroubledLine implements AutoCloseable {

    private static final byte[] BUSY =
            "HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1);
    private static final int BUFFER = 16 * 1024;

    private final ServerSocket front;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong answered = new AtomicLong();
    private volatile Predicate<String> refused = line -> false;
    private volatile Predicate<String> held = line -> false;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long cutsAt = Long.MAX_VALUE;

    private TroubledLine(ServerSocket front, int port) {
        this.front = front;
        this.port = port;
    }

    /** Listens, and leads to that port of this machine. */
    public static TroubledLine to(int port) {
        try {
            var line = new TroubledLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            daemon(line::listen);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return front.getLocalPort();
    }

    /** Requests whose first line is such a one hear 503. */
    public void refuse(Predicate<String> line) {
        refused = line;
    }

    /** Requests whose first line is such a one wait until {@link #heal all is well}. */
    public void hold(Predicate<String> line) {
        held = line;
    }

    /** How many wait. */
    public int waiting() {
        return waiting.get();
    }

    /** Breaks each time after so many bytes of answers. */
    public void cutAfter(long bytes) {
        answered.set(0);
        cutsAt = bytes;
    }

    /** All is well from now on. */
    public void heal() {
        refused = line -> false;
        cutsAt = Long.MAX_VALUE;
        synchronized (front) {
            held = line -> false;
            front.notifyAll();
        }
    }

    private void await(String line) throws IOException {
        if (!held.test(line)) {
            return;
        }
        waiting.incrementAndGet();
        try {
            synchronized (front) {
                while (held.test(line)) {
                    front.wait();
                }
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
        waiting.decrementAndGet();
    }

    private void listen() {
        try {
            while (true) {
                var client = front.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), port);
                open.add(client);
                open.add(server);
                daemon(() -> pass(client, server, true));
                daemon(() -> pass(server, client, false));
            }
        } catch (IOException e) {
            drop();
        }
    }

    private void pass(Socket from, Socket to, boolean asks) {
        try (from;
                to) {
            var buffer = new byte[BUFFER];
            var in = from.getInputStream();
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (asks && refused.test(firstLine(buffer, read))) {
                    from.getOutputStream().write(BUSY);
                    from.shutdownOutput();
                    drain(in);
                    return;
                }
                if (asks) {
                    await(firstLine(buffer, read));
                }
                if (!asks && answered.addAndGet(read) > cutsAt) {
                    answered.set(0);
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            open.remove(from); // as lines do
        }
    }

    private static void drain(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private static String firstLine(byte[] buffer, int length) {
        var text = new String(buffer, 0, Math.min(length, 400), ISO_8859_1);
        return text.matches("(?s)(GET|HEAD|PUT|POST|DELETE) /.*")
                ? text.lines().findFirst().orElse("")
                : "";
    }

    private void drop() {
        open.forEach(TroubledLine::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    /** Nobody listens there any more. */
    @Override
    public void close() {
        try {
            front.close();
            drop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
