package org.guiche.sheets;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.util.List;

/** Tables for programs: each row an object with the keys of its headings, instants in RFC 3339, lengths of time in ISO 8601. */
final class JsonSheet implements Sheet {

    private final JsonGenerator json;
    private List<Heading> headings = List.of();
    private boolean begun;

    JsonSheet(OutputStream out, Head head) {
        json = Json.createGenerator(new KeptOpen(out));
        json.writeStartObject().write("report", head.name()).write("title", head.title());
        json.writeStartArray("about");
        for (var line : head.lines()) {
            json.writeStartObject()
                    .write("label", line.label())
                    .write("value", CellText.of(line.value()))
                    .writeEnd();
        }
        json.writeEnd().writeStartArray("tables");
    }

    @Override
    public void table(String key, String title, List<Heading> headings) {
        endTable();
        this.headings = headings;
        json.writeStartObject().write("key", key).write("title", title).writeStartArray("columns");
        headings.forEach(one -> json.writeStartObject()
                .write("key", one.key())
                .write("label", one.label())
                .writeEnd());
        json.writeEnd().writeStartArray("rows");
        begun = true;
    }

    @Override
    public void row(List<Cell> cells) {
        json.writeStartObject();
        for (int i = 0; i < cells.size(); i++) {
            write(headings.get(i).key(), cells.get(i));
        }
        json.writeEnd();
    }

    private void write(String key, Cell cell) {
        if (cell instanceof Cell.Text text) {
            json.write(key, text.text());
        } else if (cell instanceof Cell.Count count) {
            json.write(key, count.number());
        } else if (cell instanceof Cell.Decimal decimal) {
            json.write(key, decimal.number());
        } else if (cell instanceof Cell.Share share) {
            json.write(key, share.part());
        } else if (cell instanceof Cell.Day day) {
            json.write(key, day.day().toString());
        } else if (cell instanceof Cell.Moment moment) {
            json.write(key, moment.at().toString());
        } else if (cell instanceof Cell.Length length) {
            json.write(key, length.length().toString());
        } else {
            json.writeNull(key);
        }
    }

    /** Programs get all rows there are: nothing is left to be said. */
    @Override
    public void note(String text) {}

    @Override
    public void end() {
        endTable();
        json.writeEnd().writeEnd().close();
    }

    private void endTable() {
        if (begun) {
            json.writeEnd().writeEnd();
        }
    }
}
