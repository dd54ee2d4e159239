package dev.chartwright.cli;

import java.net.URI;
import java.nio.file.Path;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A folder that is written as a path or as a {@code file:} URL. */
final class MirrorConverter implements ITypeConverter<Path> {
    private static final String SCHEME = "file:";
    private static final String AUTHORITY = "://";

    @Override
    public Path convert(String text) {
        if (!text.startsWith(SCHEME) && text.contains(AUTHORITY)) {
            throw new TypeConversionException("'" + text + "' is neither a folder nor a file: URL");
        }
        try {
            return text.startsWith(SCHEME) ? Path.of(URI.create(text)) : Path.of(text);
        } catch (IllegalArgumentException noPath) {
            throw new TypeConversionException("'" + text + "' names no folder: " + noPath.getMessage());
        }
    }
}
