import { type ComponentType, useEffect, useState } from 'react';

/** A component that is fetched when it is first needed; undefined until it is there. */
export function useLoaded<P>(
  load: (() => Promise<{ default: ComponentType<P> }>) | undefined,
): ComponentType<P> | undefined {
  const [loaded, setLoaded] = useState<{ readonly from: unknown; readonly component: ComponentType<P> }>();
  useEffect(() => {
    let gone = false;
    void load?.().then((module) => {
      if (!gone) setLoaded({ from: load, component: module.default });
    });
    return () => {
      gone = true;
    };
  }, [load]);
  return loaded?.from === load ? loaded?.component : undefined;
}
