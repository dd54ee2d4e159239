package dev.chartwright.validate;

/**
 * An object that another one names.
 *
 * @param owner who names it
 * @param place where
 * @param kind kind of what is named
 * @param namespace its namespace; empty for kinds that have none
 * @param name its name
 */
record NamedObject(RenderedObject owner, Place place, String kind, String namespace, String name) {
    /** Of the owner's namespace. */
    static NamedObject beside(RenderedObject owner, Place place, String kind, String name) {
        return new NamedObject(owner, place, kind, owner.namespace(), name);
    }

    boolean is(RenderedObject object) {
        return object.kind().equals(kind)
                && object.name().equals(name)
                && object.namespace().equals(namespace);
    }
}
