import { createSocket } from 'node:dgram';

/** A DNS server that knows a few names: `TXT name`, `A name`, `MX name` to what it answers. Everything else does not exist. */
export async function startNameServer(records: Record<string, string[]>): Promise<{ address: string; stop: () => Promise<void> }> {
  const socket = createSocket('udp4');
  const types: Record<number, string> = { 1: 'A', 15: 'MX', 16: 'TXT', 28: 'AAAA' };
  socket.on('message', (query, from) => {
    const labels: string[] = [];
    let at = 12;
    for (let length = query[at]!; length > 0; length = query[at]!) {
      labels.push(query.toString('latin1', at + 1, at + 1 + length));
      at += 1 + length;
    }
    const question = query.subarray(12, at + 5);
    const type = query.readUInt16BE(at + 1);
    const name = labels.join('.').toLowerCase();
    const answers = (records[`${types[type]} ${name}`] ?? []).map((value) => {
      const data = types[type] === 'A' ? Buffer.from(value.split('.').map(Number)) : types[type] === 'MX' ? Buffer.concat([Buffer.from([0, 10]), inLabels(value)]) : inStrings(value);
      const head = Buffer.alloc(12);
      head.writeUInt16BE(0xc00c, 0);
      head.writeUInt16BE(type, 2);
      head.writeUInt16BE(1, 4);
      head.writeUInt32BE(60, 6);
      head.writeUInt16BE(data.length, 10);
      return Buffer.concat([head, data]);
    });
    const exists = Object.keys(records).some((key) => key.endsWith(` ${name}`));
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    header.writeUInt16BE(0x8180 | (exists ? 0 : 3), 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(answers.length, 6);
    socket.send(Buffer.concat([header, question, ...answers]), from.port, from.address);
  });
  await new Promise<void>((bound) => socket.bind(0, '127.0.0.1', bound));
  return { address: `127.0.0.1:${socket.address().port}`, stop: () => new Promise((closed) => socket.close(() => closed())) };
}

const inLabels = (name: string): Buffer => Buffer.concat([...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])), Buffer.from([0])]);
/** A TXT record is strings of at most 255 octets each. */
const inStrings = (text: string): Buffer => Buffer.concat((text.match(/.{1,200}/gs) ?? ['']).map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part)])));
