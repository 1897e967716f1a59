package org.guiche.shared;

import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How value objects and lists of words stand in a column. */
final class TextConverters {

    private TextConverters() {}

    /** CPF as its digits. */
    @Converter(autoApply = true)
    public static class OfCpf implements AttributeConverter<Cpf, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Cpf cpf) {
            return cpf == null ? null : cpf.digits();
        }

        @Override
        public @Nullable Cpf convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : new Cpf(column);
        }
    }

    /** CNPJ as its fourteen characters. */
    @Converter(autoApply = true)
    public static class OfCnpj implements AttributeConverter<Cnpj, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Cnpj cnpj) {
            return cnpj == null ? null : cnpj.value();
        }

        @Override
        public @Nullable Cnpj convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : new Cnpj(column);
        }
    }

    /** Phone as E.164. */
    @Converter(autoApply = true)
    public static class OfPhone implements AttributeConverter<Phone, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Phone phone) {
            return phone == null ? null : phone.e164();
        }

        @Override
        public @Nullable Phone convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : new Phone(column);
        }
    }

    static String write(List<String> words) {
        return JsonText.array(words).build().toString();
    }

    static List<String> read(String json) {
        try (var reader = JsonText.reader(json)) {
            return reader.readArray().getValuesAs(JsonString::getString);
        }
    }
}
