package org.guiche.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** A list of words as a jsonb column. */
@Converter
public class StringListConverter implements AttributeConverter<List<String>, Object> {

    @Override
    public Object convertToDatabaseColumn(List<String> words) {
        return TextConverters.write(words);
    }

    @Override
    public List<String> convertToEntityAttribute(Object column) { // the driver's own type for jsonb
        return List.copyOf(TextConverters.read(column.toString()));
    }
}
