import { Aggregate } from './aggregate.js';
import { DomainEvent } from './domain-event.js';

class Lit extends DomainEvent<{ lamp: string }> {
  static readonly storedName = 'test.lit';
}

class Lamp extends Aggregate<Lamp> {
  readonly on: boolean = false;

  light(): void {
    this.become({ on: true });
    this.record(new Lit({ lamp: 'hall' }));
  }
}

describe('an aggregate', () => {
  it('hands over what it recorded, once and in order', () => {
    const lamp = new Lamp();
    expect([lamp.releaseEvents(), lamp.recordedEvents()]).toEqual([[], []]);
    lamp.light();
    lamp.light();
    expect(lamp.on).toBe(true);
    expect(lamp.recordedEvents()).toHaveLength(2);
    expect(lamp.releaseEvents().map(({ storedName, facts }) => ({ storedName, facts }))).toEqual([
      { storedName: 'test.lit', facts: { lamp: 'hall' } },
      { storedName: 'test.lit', facts: { lamp: 'hall' } },
    ]);
    expect([lamp.releaseEvents(), lamp.recordedEvents()]).toEqual([[], []]);
  });

  it('records even when it was loaded, that is, made without its constructor', () => {
    const lamp = Object.create(Lamp.prototype) as Lamp;
    expect(lamp.recordedEvents()).toEqual([]);
    lamp.light();
    expect(lamp.releaseEvents()).toHaveLength(1);
  });
});
