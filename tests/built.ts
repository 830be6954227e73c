/**
 * How many schemas zod builds while something runs. Zod marks each that it makes by a property of its own, and so it
 * does with errors and single checks, which are none.
 */
export async function schemasBuilt(work: () => Promise<unknown>): Promise<number> {
  const { defineProperty } = Object;
  let built = 0;
  Object.defineProperty = (on, name, descriptor) => {
    const { def } = (name === '_zod' && descriptor.value) || {};
    if (def && typeof def.type === 'string') built += 1;
    return defineProperty(on, name, descriptor);
  };
  try {
    await work();
  } finally {
    Object.defineProperty = defineProperty;
  }
  return built;
}
