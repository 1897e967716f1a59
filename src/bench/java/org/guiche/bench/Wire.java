package org.guiche.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection with the cookies of one visitor. It costs next to nothing, so that the two cores stay
 * with what is measured. It asks for compressed answers, as browsers do, and opens them only when somebody looks.
 */
final class Wire implements AutoCloseable {

    private static final int BUFFER = 65_536;

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> always = new LinkedHashMap<>();
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Wire(int port) {
        this.port = port;
    }

    /** Sends this header with every request from now on. */
    Wire with(String header, String value) {
        always.put(header, value);
        return this;
    }

    Answer get(String path) throws IOException {
        return send("GET", path, Map.of(), new byte[0]);
    }

    Answer post(String path, String type, String body, Map<String, String> headers) throws IOException {
        var all = new LinkedHashMap<>(headers);
        all.put("Content-Type", type);
        all.put("Origin", "http://localhost:" + port);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        all.put("Content-Length", Integer.toString(bytes.length));
        return send("POST", path, all, bytes);
    }

    Answer send(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        var request = new ByteArrayOutputStream(1024);
        request.writeBytes(head(method, path, headers).getBytes(StandardCharsets.ISO_8859_1));
        var connection = socket == null ? connect() : socket;
        var isSmall = body.length <= BUFFER; // one packet, where it can be
        if (isSmall) {
            request.writeBytes(body);
        }
        request.writeTo(connection.getOutputStream());
        if (!isSmall) {
            connection.getOutputStream().write(body);
        }
        return read();
    }

    private Socket connect() throws IOException {
        var connection = new Socket(InetAddress.getLoopbackAddress(), port);
        connection.setTcpNoDelay(true);
        socket = connection;
        in = new BufferedInputStream(connection.getInputStream(), BUFFER);
        return connection;
    }

    private String head(String method, String path, Map<String, String> headers) {
        var head = new StringBuilder(512)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost:")
                .append(port)
                .append("\r\nAccept-Encoding: gzip\r\nAccept: */*\r\n");
        always.forEach((name, value) -> append(head, name, value));
        if (!cookies.isEmpty()) {
            append(
                    head,
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        headers.forEach((name, value) -> append(head, name, value));
        return head.append("\r\n").toString();
    }

    private static void append(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private Answer read() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var headers = new TreeMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            if (name.equals("set-cookie")) {
                keep(value);
            }
            headers.put(name, value);
        }
        var answer = new Answer(status, headers, body(status, headers));
        if ("close".equals(headers.get("connection"))) {
            close();
        }
        return answer;
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            return chunks();
        }
        var length = headers.get("content-length");
        return length == null || status == 204 || status == 304 ? new byte[0] : exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream(BUFFER);
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.writeBytes(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = source().readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("answer cut off after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder(80);
        for (var c = source().read(); c != '\n'; c = source().read()) {
            if (c < 0) {
                throw new EOFException("connection closed by the server");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private InputStream source() throws IOException {
        if (in == null) {
            throw new IOException("not connected");
        }
        return in;
    }

    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
