package org.guiche.bench;

import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A program that opens tickets through the API, with a token. */
final class Api implements Load.Work {

    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\d+)\"");
    private static final AtomicLong SEED = new AtomicLong(1);

    private final Wire wire;
    private final SplittableRandom random = new SplittableRandom(SEED.getAndIncrement());

    Api(String token) {
        wire = new Wire(Installation.PORT).with("Authorization", "Bearer " + token);
    }

    @Override
    public void once() throws IOException {
        open();
    }

    /** Opens a ticket and says its code. */
    long open() throws IOException {
        var answer = wire.post("/api/v1/tickets", "application/json", request(), Map.of());
        if (answer.status() != 201) {
            throw new IOException(answer.status() + " " + answer.text());
        }
        var code = CODE.matcher(answer.text());
        if (!code.find()) {
            throw new IOException("no code in " + answer.text());
        }
        return Long.parseLong(code.group(1));
    }

    private String request() {
        return """
                {"unit":"cx","subject":"%s","description":"%s","descriptionFormat":"text",\
                "answers":{"assunto":"pedido","pedido":"%d"}}""".formatted(
                Prose.subject(random), Prose.question(random).replace("\"", "\\\""), 100_000 + random.nextInt(900_000));
    }

    /** Lets that much time pass. */
    void advance(String by) throws IOException {
        var answer = wire.post("/api/v1/demo/clock", "application/json", "{\"advance\":\"" + by + "\"}", Map.of());
        if (answer.status() != 200) {
            throw new IOException(answer.status() + " " + answer.text());
        }
    }

    /** Asks for something that is to answer 200. */
    Answer get(String path) throws IOException {
        var answer = wire.get("/api/v1/" + path);
        if (answer.status() != 200) {
            throw new IOException(path + ": " + answer.status() + " " + answer.text());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
