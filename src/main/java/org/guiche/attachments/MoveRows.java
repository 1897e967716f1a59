package org.guiche.attachments;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The rows of contents and uploads, for whoever works on them alone while no server does. */
final class MoveRows implements AutoCloseable {

    private static final int AT_ONCE = 500;

    private final Connection connection;

    private MoveRows(Connection connection) {
        this.connection = connection;
    }

    /** A content that has to be there. */
    record Row(String sha256, long size) {}

    /** A large upload as far as it came. */
    record Unfinished(UUID id, String key, long received, List<Store.Piece> pieces) {

        Store.Growing growing() {
            return new Store.Growing(id, key, received, pieces.size());
        }
    }

    static MoveRows open(Map<String, String> database) throws SQLException {
        return new MoveRows(
                DriverManager.getConnection(database.get("url"), database.get("user"), database.get("password")));
    }

    /** Says how many contents there are and how large they are together. */
    void all(MoveCount count) throws SQLException {
        try (var query = connection.prepareStatement(
                        "select count(*), coalesce(sum(size), 0) from attachments_content where removed_at is null");
                var row = query.executeQuery()) {
            row.next();
            count.add("all", row.getLong(1));
            count.add("all.bytes", row.getLong(2));
        }
    }

    /** All contents, some hundreds at a time. */
    void contents(Consumer<List<Row>> some) throws SQLException {
        for (var page = page("");
                !page.isEmpty();
                page = page(page.get(page.size() - 1).sha256())) {
            some.accept(page);
        }
    }

    private List<Row> page(String after) throws SQLException {
        try (var query = connection.prepareStatement(
                "select sha256, size from attachments_content where removed_at is null and sha256 > ? order by sha256 limit "
                        + AT_ONCE)) {
            query.setString(1, after);
            var rows = query.executeQuery();
            var page = new ArrayList<Row>();
            while (rows.next()) {
                page.add(new Row(rows.getString(1), rows.getLong(2)));
            }
            return page;
        }
    }

    List<Unfinished> unfinished() throws SQLException {
        try (var query = connection.prepareStatement(
                "select id, store_key, received from attachments_upload where state <> 'COMPLETE' order by id")) {
            var found = new ArrayList<Unfinished>();
            var rows = query.executeQuery();
            while (rows.next()) {
                found.add(unfinished(rows));
            }
            return found;
        }
    }

    private Unfinished unfinished(ResultSet row) throws SQLException {
        var id = row.getObject(1, UUID.class);
        try (var query = connection.prepareStatement(
                "select size, tag from attachments_piece where upload_id = ? order by number")) {
            query.setObject(1, id);
            var pieces = new ArrayList<Store.Piece>();
            var rows = query.executeQuery();
            while (rows.next()) {
                pieces.add(new Store.Piece(rows.getLong(1), rows.getString(2)));
            }
            return new Unfinished(id, row.getString(2), row.getLong(3), pieces);
        }
    }

    /** From now on its bytes are there, and in these pieces. */
    void moved(Unfinished upload) throws SQLException {
        connection.setAutoCommit(false);
        try {
            change("delete from attachments_piece where upload_id = ?", upload.id());
            change(
                    "update attachments_upload set store_key = ?, pieces = ? where id = ?",
                    upload.key(),
                    upload.pieces().size(),
                    upload.id());
            for (var piece : upload.pieces()) {
                if (!piece.tag().isEmpty()) {
                    change(
                            "insert into attachments_piece (upload_id, number, size, tag) values (?, 1, ?, ?)",
                            upload.id(),
                            piece.size(),
                            piece.tag());
                }
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void change(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
