import styles from './doorway.module.css';

/** Two leaves ajar under an arch, people waiting before them in the light. A picture, nothing to read. */
export function Doorway() {
  return (
    <svg class={styles.doorway} viewBox="0 0 400 440" aria-hidden="true" focusable="false">
      <defs>
        <radialGradient id="lamp" cx="50%" cy="30%" r="75%">
          <stop offset="0" stop-color="#fff3d4" />
          <stop offset="0.45" stop-color="#f9c766" />
          <stop offset="1" stop-color="#d98b24" />
        </radialGradient>
        <linearGradient id="floor" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stop-color="#f6b64b" stop-opacity="0.75" />
          <stop offset="1" stop-color="#f6b64b" stop-opacity="0" />
        </linearGradient>
      </defs>
      <path d="M118 320 20 440h360L282 320z" fill="url(#floor)" />
      <path class={styles.wall} d="M76 320V164a124 124 0 0 1 248 0v156z" />
      <path d="M94 320V164a106 106 0 0 1 212 0v156z" fill="url(#lamp)" />
      <g class={styles.left}>
        <path class={styles.leaf} d="M94 320V164c0-44 27-82 65-98v246z" />
        <path class={styles.panel} d="M108 208h38v86l-38 6zM108 190v-26c0-24 14-48 38-66v92z" />
        <circle class={styles.knob} cx="149" cy="204" r="5" />
      </g>
      <g class={styles.right}>
        <path class={styles.leaf} d="M306 320V164c0-44-27-82-65-98v246z" />
        <path class={styles.panel} d="M292 208h-38v86l38 6zM292 190v-26c0-24-14-48-38-66v92z" />
        <circle class={styles.knob} cx="251" cy="204" r="5" />
      </g>
      <path class={styles.step} d="M60 320h280" />
      <g class={styles.people}>
        <path d="M126 418v-34a19 19 0 0 1 38 0v34z" /><circle cx="145" cy="350" r="13" />
        <path d="M181 426v-38a20 20 0 0 1 40 0v38z" /><circle cx="201" cy="352" r="14" />
        <path d="M238 416v-32a18 18 0 0 1 36 0v32z" /><circle cx="256" cy="351" r="12.5" />
        <path d="M290 424v-26a15 15 0 0 1 30 0v26z" /><circle cx="305" cy="371" r="11" />
      </g>
    </svg>
  );
}
