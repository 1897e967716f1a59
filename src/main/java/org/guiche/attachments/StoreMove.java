package org.guiche.attachments;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves what is kept from one store to another, outside of the server: what the launcher asks for in words of its own, since it knows no
 * class of ours. It is given {@code from}, {@code to}, {@code key}, {@code secret}, {@code remove} and {@code quick}, and {@code url},
 * {@code user}, {@code password} of the database where nobody else works on it. Then the rows say what has to be there, and unfinished
 * uploads come along; else all that lies there is copied, for a first time. Cut off anywhere, it can be begun again. Each second it says how far it is: {@code bytes}, and where the
 * rows say it {@code all} contents and {@code all.bytes} beside the words of the end.
 */
public final class StoreMove
        implements BiFunction<Map<String, String>, Consumer<Map<String, Long>>, Map<String, Long>> {

    private static final int AT_ONCE = 8;
    private static final long SECOND = 1000;

    private final MoveCount count = new MoveCount();

    @Override
    public Map<String, Long> apply(Map<String, String> what, Consumer<Map<String, Long>> progress) {
        var from = store(what.getOrDefault("from", ""), what);
        var to = store(what.getOrDefault("to", ""), what);
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        var ticker = new Timer(true);
        try (var rows = what.containsKey("url") ? MoveRows.open(what) : null) {
            from.check();
            to.check();
            var contents = new ContentMove(from, to, what.containsKey("quick"), count);
            if (rows != null) {
                rows.all(count);
            }
            ticker.schedule(telling(progress), SECOND, SECOND);
            move(from, contents, rows, some -> together(pool, some, contents));
            if (rows != null) {
                new UploadMove(from, to, rows, count).move();
                remove(from, rows, what.containsKey("remove"));
            }
            return count.asMap();
        } catch (StoreFailure e) {
            throw new IllegalStateException(e.reason(), e);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } finally {
            ticker.cancel();
            pool.shutdownNow();
            from.close();
            to.close();
        }
    }

    private TimerTask telling(Consumer<Map<String, Long>> progress) {
        return new TimerTask() {
            @Override
            public void run() {
                progress.accept(count.asMap());
            }
        };
    }

    private static Store store(String address, Map<String, String> what) {
        return S3Settings.isMeant(address)
                ? new S3Store(S3Settings.of(address, what.get("key"), what.get("secret")))
                : new FolderStore(AttachmentsSettings.folder(address));
    }

    private static void move(
            Store from, ContentMove contents, @Nullable MoveRows rows, Consumer<List<MoveRows.Row>> some)
            throws SQLException {
        if (rows == null) {
            from.contents(
                    Instant.MAX,
                    names -> some.accept(names.stream()
                            .map(name -> new MoveRows.Row(name, contents.sizeAtSource(name)))
                            .toList()));
        } else {
            rows.contents(some);
        }
    }

    private static void together(ExecutorService pool, List<MoveRows.Row> some, ContentMove contents) {
        try {
            for (var moved : pool.invokeAll(some.stream()
                    .map(row -> (Callable<Boolean>) () -> contents.move(row))
                    .toList())) {
                moved.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreFailure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing goes unless all has come. */
    private void remove(Store from, MoveRows rows, boolean wanted) throws SQLException {
        if (wanted && count.isComplete()) {
            rows.contents(some -> some.forEach(row -> {
                from.remove(row.sha256());
                count.add("removed");
            }));
        }
    }
}
