package dev.chartwright.cli;

import dev.chartwright.oci.InvalidReferenceException;
import dev.chartwright.oci.Reference;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A place in a registry, as a person writes it; never shown again, for it may hold a password. */
final class ReferenceConverter implements ITypeConverter<Reference> {
    @Override
    public Reference convert(String text) {
        try {
            return Reference.parse(text);
        } catch (InvalidReferenceException refused) {
            throw new TypeConversionException(refused.getMessage() + "; " + refused.why() + "; " + refused.fix());
        }
    }
}
