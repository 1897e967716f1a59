package org.guiche.partners;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.shared.Cnpj;
import org.jspecify.annotations.Nullable;

/** A row of a native query, column by column. */
record Row(List<@Nullable Object> columns) {

    static Stream<Row> all(EntityManager em, String sql, @Nullable Object... parameters) {
        Stream<?> rows = query(em, sql, parameters).getResultList().stream();
        return rows.map(
                row -> new Row(row instanceof Object[] columns ? Arrays.asList(columns) : Arrays.asList((Object) row)));
    }

    /** How many rows it changed. */
    static int change(EntityManager em, String sql, @Nullable Object... parameters) {
        return query(em, sql, parameters).executeUpdate();
    }

    private static Query query(EntityManager em, String sql, @Nullable Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    private Object some(int column) {
        var value = columns.get(column);
        if (value == null) {
            throw new IllegalStateException("column " + column + " holds nothing");
        }
        return value;
    }

    long number(int column) {
        return ((Number) some(column)).longValue();
    }

    @Nullable
    Long numberIf(int column) {
        return columns.get(column) == null ? null : number(column);
    }

    int count(int column) {
        return ((Number) some(column)).intValue();
    }

    String text(int column) {
        return (String) some(column);
    }

    @Nullable
    String textIf(int column) {
        return (String) columns.get(column);
    }

    byte[] bytes(int column) {
        return (byte[]) some(column);
    }

    boolean flag(int column) {
        return (Boolean) some(column);
    }

    @Nullable
    Cnpj cnpj(int column) {
        var text = textIf(column);
        return text == null ? null : new Cnpj(text);
    }

    @Nullable
    LocalDate day(int column) {
        return columns.get(column) instanceof Date day ? day.toLocalDate() : (LocalDate) columns.get(column);
    }

    @Nullable
    Instant instant(int column) {
        var value = columns.get(column);
        return value == null
                ? null
                : value instanceof OffsetDateTime at ? at.toInstant() : ((Timestamp) value).toInstant();
    }

    /** What {@code string_agg(…, ' ')} put together. */
    List<String> words(int column) {
        var text = textIf(column);
        return text == null ? List.of() : List.of(text.split(" ", -1));
    }
}
