package org.guiche.units;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.guiche.shared.JsonText;
import org.jspecify.annotations.Nullable;

/** A row of a native query, column by column. */
final class Row {

    private final Object[] columns;

    Row(Object[] columns) {
        this.columns = columns;
    }

    static Stream<Row> all(EntityManager em, String sql, @Nullable Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        Stream<?> rows = query.getResultList().stream();
        return rows.map(row -> new Row(row instanceof Object[] columns ? columns : new Object[] {row}));
    }

    long number(int column) {
        return ((Number) columns[column]).longValue();
    }

    @Nullable
    Long numberIf(int column) {
        return columns[column] == null ? null : number(column);
    }

    String text(int column) {
        return (String) columns[column];
    }

    @Nullable
    String textIf(int column) {
        return (String) columns[column];
    }

    boolean flag(int column) {
        return (Boolean) columns[column];
    }

    Instant instant(int column) {
        return columns[column] instanceof OffsetDateTime at
                ? at.toInstant()
                : ((Timestamp) columns[column]).toInstant();
    }

    <E extends Enum<E>> E choice(int column, Class<E> kinds) {
        return Enum.valueOf(kinds, text(column));
    }

    JsonArray array(int column) {
        try (var reader = JsonText.reader(text(column))) {
            return reader.readArray();
        }
    }

    JsonObject json(int column) {
        try (var reader = JsonText.reader(text(column))) {
            return reader.readObject();
        }
    }
}
