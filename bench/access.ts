// A right is taken away: how soon the socket that it was for is closed.
import { benchCommand, machine } from "./bench-command.ts";
import { LeanSocket } from "./load/lean-socket.ts";
import { median, percentile } from "./percentile.ts";
import { atMost, finish, rounded, say } from "./report.ts";
import { deleteSessionsBehind } from "./servers/behind-the-worker.ts";
import { type OurServer, startOurs } from "./servers/ours.ts";

const roomsPerRun = 4;
const peoplePerRoom = 10;
/** A room hears of nothing here, and asks by itself with its traffic. */
const forgottenRooms = 3;
const closedWithinMs = 90_000;
const trafficEveryMs = 1000;
/** A question for presence, the smallest frame that a room reads. */
const traffic = Uint8Array.of(3);

await benchCommand(async (isQuick) => {
  const server = await startOurs();
  try {
    const runs: { p50: number | null; p95: number | null }[] = [];
    for (let run = 0; run < (isQuick ? 1 : 3); run++) {
      const latencies = await signOutAll(server, run * roomsPerRun * peoplePerRoom);
      runs.push({
        p50: rounded(percentile(latencies, 0.5)),
        p95: rounded(percentile(latencies, 0.95)),
      });
      say(JSON.stringify(runs.at(-1)));
    }
    const p95 = median(runs.map((run) => run.p95 ?? Number.POSITIVE_INFINITY));
    const withoutNotice = isQuick ? [] : await forgetAll(server);
    const slowest = rounded(Math.max(...withoutNotice) / 1000);
    finish(
      "access",
      [
        atMost("change answered to socket closed, p95 ms", p95, 2000),
        ...(isQuick || slowest === null
          ? []
          : [atMost("without a notice, the slowest, s of traffic", slowest, 60)]),
      ],
      { machine: machine(), isQuick, sockets: roomsPerRun * peoplePerRoom, runs, withoutNotice },
    );
  } finally {
    await server.stop();
  }
});

/** Everybody signs out, one after the other, while the others' sockets are open in several rooms. */
async function signOutAll(server: OurServer, firstPerson: number): Promise<number[]> {
  const present = [];
  for (let room = 0; room < roomsPerRun; room++) {
    const document = server.newDocument();
    for (let place = 0; place < peoplePerRoom; place++) {
      const seat = server.seat(document, firstPerson + room * peoplePerRoom + place);
      present.push({ seat, socket: await LeanSocket.open(seat.url, seat.headers) });
    }
  }
  const latencies: number[] = [];
  for (const { seat, socket } of present) {
    const closedAt = whenClosed(socket);
    const answer = await fetch(`${server.origin}/api/session`, {
      method: "DELETE",
      headers: seat.headers,
    });
    const answeredAt = performance.now();
    if (!answer.ok) throw new Error(`signing out was answered with ${answer.status}`);
    latencies.push(Math.max(0, (await closedAt) - answeredAt));
  }
  return latencies;
}

/** Sessions end behind the Worker's back, so that no room is told; each room has traffic. */
async function forgetAll(server: OurServer): Promise<number[]> {
  const first = 3 * roomsPerRun * peoplePerRoom;
  const people = Array.from({ length: forgottenRooms }, (_, index) => first + index);
  const sockets = await Promise.all(
    people.map((person) => {
      const seat = server.seat(server.newDocument(), person);
      return LeanSocket.open(seat.url, seat.headers);
    }),
  );
  const timer = setInterval(() => {
    for (const socket of sockets) socket.send(traffic);
  }, trafficEveryMs);
  deleteSessionsBehind(
    server.stateFolder,
    people.map((person) => server.personIdOf(person)),
  );
  const from = performance.now();
  const closed = await Promise.all(sockets.map(whenClosed));
  clearInterval(timer);
  return closed.map((at) => Math.round(at - from));
}

function whenClosed(socket: LeanSocket): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("a socket stayed open")), closedWithinMs);
    socket.onClose = () => {
      clearTimeout(timer);
      resolve(performance.now());
    };
  });
}
