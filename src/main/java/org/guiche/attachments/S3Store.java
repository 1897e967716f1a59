package org.guiche.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in a bucket of an S3 server. They come through memory, some of them at a time, and touch no disk of ours. What arrives becomes
 * objects of its own ({@link S3Layout}), which the server puts together and copies to where they are kept; what lies there too long is
 * found by {@link S3Survey}. Two who write the same large file disturb each other nowhere: the row says whose objects count.
 */
final class S3Store implements Store {

    /** What is put together, beside what it was put together of. */
    static final String WHOLE = "/whole";

    private static final String BEGUN = "/begun";
    private static final long LEAST_MEMORY = 16 * 1024 * 1024;
    private static final int MEMORY_SHARE = 8;

    private final S3Objects objects;
    private final HeapRoom room;

    S3Store(S3Settings settings) {
        this(settings, Math.max(LEAST_MEMORY, Runtime.getRuntime().maxMemory() / MEMORY_SHARE));
    }

    S3Store(S3Settings settings, long memory) {
        this.objects = new S3Objects(settings);
        this.room = new HeapRoom(memory);
    }

    @Override
    public @Nullable Arrived receive(InputStream bytes, long limit) throws IOException {
        var place = S3Survey.SMALL + UUID.randomUUID();
        try {
            var arrived = receive(place, bytes, limit);
            if (arrived == null) {
                forgetAll(place);
            }
            return arrived;
        } catch (IOException e) {
            forgetAll(place);
            throw e;
        }
    }

    private @Nullable Arrived receive(String place, InputStream bytes, long limit) throws IOException {
        var beginning = bytes.readNBytes((int) Math.min(Beginning.LENGTH, limit + 1));
        var all = new DigestInputStream(
                new SequenceInputStream(new ByteArrayInputStream(beginning), bytes), Sha256.begun());
        var layout = new S3Layout();
        var parts = new S3Writer(objects, place, layout, room).write(all, limit + 1);
        if (layout.size() > limit) {
            return null;
        }
        if (parts.size() > 1) {
            new S3Join(objects, place, layout).join(() -> {});
        }
        var sha256 = HexFormat.of().formatHex(all.getMessageDigest().digest());
        var key = place + (parts.size() == 1 ? "/" + parts.get(0).name() : WHOLE);
        return new Arrived(this, key, layout.size(), sha256, new Beginning(beginning));
    }

    /** Says so in the bucket, where it is found if nobody comes back. */
    @Override
    public String begin(UUID upload) {
        var key = S3Survey.LARGE + upload;
        objects.put(key + BEGUN, 0, InputStream::nullInputStream);
        return key;
    }

    @Override
    public Piece take(Growing upload, List<Piece> before, InputStream bytes) throws IOException {
        var layout = S3Layout.of(before);
        if (layout.size() != upload.received()) {
            throw new StoreFailure(new IOException("bytes that were acknowledged are not in this store"));
        }
        var parts = new S3Writer(objects, upload.key(), layout, room).write(bytes, Long.MAX_VALUE);
        return new Piece(layout.size() - upload.received(), S3Layout.tag(parts));
    }

    /** Again and from the beginning: who comes again may have brought another last piece. */
    @Override
    public void join(Growing upload, List<Piece> pieces, Runnable goingOn) {
        new S3Join(objects, upload.key(), S3Layout.of(pieces)).join(goingOn);
    }

    @Override
    public InputStream received(Growing upload, List<Piece> pieces) {
        var layout = S3Layout.of(pieces);
        return new SequenceInputStream(
                S3Writer.all(objects, upload.key(), layout.segments()),
                S3Writer.all(objects, upload.key(), layout.tail()));
    }

    @Override
    public InputStream read(String key, long from) throws IOException {
        return objects.open(isLarge(key) ? key + WHOLE : key, from);
    }

    private static boolean isLarge(String key) {
        return key.startsWith(S3Survey.LARGE);
    }

    @Override
    public void keep(Arrived arrived) {
        var name = S3Survey.content(arrived.sha256());
        if (objects.size(name).orElse(-1) != arrived.size()) {
            objects.copy(isLarge(arrived.key()) ? arrived.key() + WHOLE : arrived.key(), name, arrived.size());
        }
    }

    @Override
    public void forget(String key) {
        forgetAll(isLarge(key) ? key : key.replaceFirst("/[^/]*$", ""));
    }

    private void forgetAll(String place) {
        try {
            objects.each(place + "/", some -> some.forEach(object -> objects.remove(objects.name(object))));
        } catch (StoreFailure e) {
            StoreFailure.log(e); // the sweeper comes by again
        }
    }

    @Override
    public InputStream open(String sha256, long from) throws IOException {
        return objects.open(S3Survey.content(sha256), from);
    }

    @Override
    public OptionalLong size(String sha256) {
        return objects.size(S3Survey.content(sha256));
    }

    @Override
    public void remove(String sha256) {
        objects.remove(S3Survey.content(sha256));
    }

    @Override
    public OptionalLong room() {
        return OptionalLong.empty();
    }

    @Override
    public Instant now() {
        return objects.now();
    }

    @Override
    public int removePieces(Instant before) {
        return new S3Survey(objects, before).removePieces();
    }

    @Override
    public Map<UUID, String> unkept(Instant before) {
        return new S3Survey(objects, before).unkept();
    }

    @Override
    public void contents(Instant before, Consumer<List<String>> some) {
        new S3Survey(objects, before).contents(some);
    }

    @Override
    public void check() {
        objects.check();
    }

    @Override
    public void close() {
        objects.close();
    }
}
