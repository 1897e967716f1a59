package org.guiche.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** A list of words as a jsonb column. */
@Converter
public class StringListConverter implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> words) {
        return TextConverters.write(words);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return List.copyOf(TextConverters.read(column));
    }
}
