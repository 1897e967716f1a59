package org.guiche.attachments;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One connection to a clamd, for one question. Nothing waits longer than the patience for the other side to move, nor ten times that for all
 * of it: not for the connection, not for bytes to be taken, not for the answer.
 */
final class ClamdLine implements Closeable {

    private static final int LONGEST_ANSWER = 4096;
    private static final int LONGER = 10;

    private final Selector selector;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Duration patience;
    private final long end;

    private ClamdLine(Selector selector, SocketChannel channel, Duration patience) throws IOException {
        this.selector = selector;
        this.channel = channel;
        this.patience = patience;
        this.end = System.nanoTime() + patience.multipliedBy(LONGER).toNanos();
        channel.configureBlocking(false);
        this.key = channel.register(selector, SelectionKey.OP_CONNECT);
    }

    /** Connects, and begins with that command. A name may stand for several addresses, of which one is listened at. */
    static ClamdLine to(InetSocketAddress address, Duration patience, String command) throws IOException {
        var refused = new ConnectException(address.getHostString() + " has no address");
        for (var one : InetAddress.getAllByName(address.getHostString())) {
            try {
                return at(new InetSocketAddress(one, address.getPort()), patience, command);
            } catch (ConnectException e) {
                refused = e;
            }
        }
        throw refused;
    }

    private static ClamdLine at(InetSocketAddress address, Duration patience, String command) throws IOException {
        var line = new ClamdLine(Selector.open(), SocketChannel.open(), patience);
        try {
            line.connect(address);
            line.write(ByteBuffer.wrap(('z' + command + '\0').getBytes(StandardCharsets.US_ASCII)));
            return line;
        } catch (IOException | RuntimeException e) {
            line.close();
            throw e;
        }
    }

    private void connect(InetSocketAddress address) throws IOException {
        if (!channel.connect(address)) {
            await(SelectionKey.OP_CONNECT);
            channel.finishConnect();
        }
    }

    /** Sends all of it; says no as soon as the other side answers instead, or hangs up. */
    boolean write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if ((await(SelectionKey.OP_READ | SelectionKey.OP_WRITE) & SelectionKey.OP_READ) != 0) {
                return false;
            }
            try {
                channel.write(bytes);
            } catch (IOException hungUp) {
                return false; // what it said before is still there to be read
            }
        }
        return true;
    }

    /** What it says, to the end of the line. */
    String answer() throws IOException {
        var said = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (said.size() < LONGEST_ANSWER) {
            await(SelectionKey.OP_READ);
            if (channel.read(buffer) < 0) {
                throw new EOFException("no end of the answer");
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                var letter = buffer.get();
                if (letter == 0) {
                    return said.toString(StandardCharsets.UTF_8).strip();
                }
                said.write(letter);
            }
            buffer.clear();
        }
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    private int await(int operations) throws IOException {
        key.interestOps(operations);
        var left = Math.min(patience.toMillis(), (end - System.nanoTime()) / 1_000_000);
        if (left <= 0 || selector.select(left) == 0) {
            throw new SocketTimeoutException("nothing moved for " + patience);
        }
        selector.selectedKeys().clear();
        return key.readyOps();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        selector.close();
    }
}
